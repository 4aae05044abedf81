using DurableTask.Core.History;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

/// <summary>What an administrator can ask of orchestrations beside their status: history, ids of ended ones, a restart.</summary>
public sealed class InstanceQueryTests
{
    [Fact]
    public async Task The_history_of_a_running_orchestration_says_what_it_has_lived_through_and_when()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Greets), "Ada");
        await test.Host.WhenIdleAsync();

        var history = await test.Client.GetOrchestrationHistoryAsync(id);

        Assert.Equal(
            ["OrchestratorStarted", "ExecutionStarted", "TaskScheduled", "OrchestratorStarted", "TaskCompleted", "TimerCreated"],
            history.Select(happened => happened.EventType.ToString()));
        Assert.All(history, happened => Assert.Equal(TestHost.Epoch.UtcDateTime, happened.Timestamp));
        Assert.Equal("\"Ada\"", history.OfType<ExecutionStartedEvent>().Single().Input);
    }

    [Fact]
    public async Task The_history_of_an_ended_orchestration_stays_until_it_is_purged()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var state = await test.RunAsync(nameof(Functions.Greets), "Ada");

        var end = (await test.Client.GetOrchestrationHistoryAsync(state.InstanceId)).OfType<ExecutionCompletedEvent>().Single();
        await test.Client.PurgeInstanceAsync(state.InstanceId);

        Assert.Equal(("\"Hello Ada\"", TestHost.Epoch.AddDays(1).UtcDateTime), (end.Result, end.Timestamp));
        await Assert.ThrowsAsync<ArgumentException>(() => test.Client.GetOrchestrationHistoryAsync(state.InstanceId));
        Assert.Equal(0, CountOf(test, "history"));
    }

    [Fact]
    public async Task Ended_orchestrations_are_listed_by_status_and_the_time_of_their_end_page_by_page()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            await test.RunAsync(nameof(Functions.Greets), id, id);
        }

        var first = await test.Client.ListInstanceIdsAsync(
            [OrchestrationRuntimeStatus.Completed], TestHost.Epoch.AddDays(2), TestHost.Epoch.AddDays(4), pageSize: 2);
        var second = await test.Client.ListInstanceIdsAsync(
            [OrchestrationRuntimeStatus.Completed], TestHost.Epoch.AddDays(2), TestHost.Epoch.AddDays(4), 2, first.ContinuationToken);

        Assert.Equal([["b", "c"], ["d"]], new[] { first.Values, second.Values });
        Assert.Null(second.ContinuationToken);
    }

    [Fact]
    public async Task An_ended_orchestration_is_restarted_with_its_input_under_its_id_or_a_new_one()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.RunAsync(nameof(Functions.Greets), "Ada", "one");

        var same = await test.Client.RestartAsync("one");
        var other = await test.Client.RestartAsync("one", restartWithNewInstanceId: true);
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Client.RestartAsync("one"));
        await test.RunOutAsync();

        Assert.Equal("one", same);
        Assert.NotEqual("one", other);
        Assert.Equal("Hello Ada", (await test.StateAsync(same)).ReadOutputAs<string>());
        Assert.Equal("Hello Ada", (await test.StateAsync(other)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Orchestrations_started_without_a_version_have_the_apps_default_and_keep_it_over_a_restart()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions), adjust: options => options.DefaultVersion = "1.2");
        var id = await test.ScheduleAsync(nameof(Functions.TellsItsVersion));
        await test.Host.WhenIdleAsync();

        await test.StopAsync();
        await test.StartAgainAsync();
        await test.RunOutAsync();

        Assert.Equal("1.2 and its child 1.2", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_of_the_host_is_brought_up_to_date_and_goes_on()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Greets), "Ada");
        await test.Host.WhenIdleAsync();
        await test.StopAsync();
        Execute(test, "ALTER TABLE instances DROP COLUMN version; PRAGMA user_version = 0");

        await test.StartAgainAsync();
        await test.RunOutAsync();

        Assert.Equal("Hello Ada", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    private static long CountOf(TestHost test, string table)
    {
        using var database = Open(test);
        using var count = database.CreateCommand();
#pragma warning disable CA2100 // The name is a constant of the tests.
        count.CommandText = $"SELECT COUNT(*) FROM {table}";
#pragma warning restore CA2100
        return (long)count.ExecuteScalar()!;
    }

    private static void Execute(TestHost test, string sql)
    {
        using var database = Open(test);
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(TestHost test)
    {
        var database = new SqliteConnection($"Data Source={Path.Combine(test.Folder, "durable.db")};Pooling=False");
        database.Open();
        return database;
    }

    private static class Functions
    {
        [Function(nameof(Greets))]
        public static async Task<string> Greets([OrchestrationTrigger] TaskOrchestrationContext context, string name)
        {
            var greeting = await context.CallActivityAsync<string>(nameof(Salute), name);
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return greeting;
        }

        [Function(nameof(Salute))]
        public static string Salute([ActivityTrigger] string name) => $"Hello {name}";

        [Function(nameof(TellsItsVersion))]
        public static async Task<string> TellsItsVersion([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            var child = await context.CallSubOrchestratorAsync<string>(nameof(ItsVersion));
            return $"{context.Version} and its child {child}";
        }

        [Function(nameof(ItsVersion))]
        public static string ItsVersion([OrchestrationTrigger] TaskOrchestrationContext context) => context.Version;
    }
}
