using Microsoft.Azure.Functions.Worker;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task A_new_generation_starts_with_the_new_input_under_the_same_id()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.CountsDown), 5, "counter");

        Assert.Equal("counter reached 0", state.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_nobody_waited_for_pass_to_the_next_generation_in_order()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Collects), new List<string>());
        foreach (var word in new[] { "a", "b", "c" })
        {
            await test.Client.RaiseEventAsync(id, "word", word);
        }

        await test.RunOutAsync();

        Assert.Equal(["a", "b", "c"], (await test.StateAsync(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Events_nobody_waited_for_are_dropped_when_the_orchestrator_says_so()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Forgets), true);
        await test.Host.WhenIdleAsync();
        await test.Client.RaiseEventAsync(id, "word", "lost");
        await test.Host.WhenIdleAsync();

        await test.Client.RaiseEventAsync(id, "next");
        await test.RunOutAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await test.StateAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task The_history_of_earlier_generations_is_deleted()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.RunAsync(nameof(Functions.LoopsThenWaits), 50);
        await test.StopAsync();

        using var db = new SqliteConnection($"Data Source={Path.Combine(test.Folder, "durable.db")};Pooling=False");
        db.Open();
        using var count = db.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM history";

        Assert.InRange((long)count.ExecuteScalar()!, 1, 2);
    }

    [Fact]
    public async Task A_generation_gives_way_only_when_its_last_open_timer_has_fired()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.LeavesATimer), 2);

        Assert.Equal(TestHost.Epoch.AddDays(5 + 10).UtcDateTime, state.ReadOutputAs<DateTime>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_happens_while_an_open_timer_holds_a_generation_back_reaches_the_next_one(bool restarted)
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.HeldBackByATimer), true);
        await test.Client.RaiseEventAsync(id, "early", "kept");
        await test.Host.WhenIdleAsync();
        if (restarted)
        {
            await test.StopAsync();
            await test.StartAgainAsync();
        }

        await test.Client.RaiseEventAsync(id, "late", "carried over");
        await test.RunOutAsync();

        Assert.Equal("kept, carried over", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    private static class Functions
    {
        [Function(nameof(CountsDown))]
        public static string? CountsDown([OrchestrationTrigger] TaskOrchestrationContext context, int left)
        {
            if (left == 0)
            {
                return $"{context.InstanceId} reached 0";
            }

            context.ContinueAsNew(left - 1);
            return null;
        }

        [Function(nameof(Collects))]
        public static async Task<List<string>> Collects([OrchestrationTrigger] TaskOrchestrationContext context, List<string> words)
        {
            words.Add(await context.WaitForExternalEvent<string>("word"));
            if (words.Count < 3)
            {
                context.ContinueAsNew(words);
            }

            return words;
        }

        [Function(nameof(Forgets))]
        public static async Task Forgets([OrchestrationTrigger] TaskOrchestrationContext context, bool first)
        {
            await context.WaitForExternalEvent<object?>(first ? "next" : "word");
            if (first)
            {
                context.ContinueAsNew(false, preserveUnprocessedEvents: false);
            }
        }

        [Function(nameof(LoopsThenWaits))]
        public static async Task LoopsThenWaits([OrchestrationTrigger] TaskOrchestrationContext context, int left)
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            if (left > 0)
            {
                context.ContinueAsNew(left - 1);
            }
            else
            {
                await context.WaitForExternalEvent<object?>("never");
            }
        }

        [Function(nameof(HeldBackByATimer))]
        public static async Task<string> HeldBackByATimer([OrchestrationTrigger] TaskOrchestrationContext context, bool first)
        {
            if (!first)
            {
                return $"{await context.WaitForExternalEvent<string>("early")}, {await context.WaitForExternalEvent<string>("late")}";
            }

            _ = context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            context.ContinueAsNew(false);
            return "given way";
        }

        [Function(nameof(LeavesATimer))]
        public static async Task<DateTime> LeavesATimer([OrchestrationTrigger] TaskOrchestrationContext context, int left)
        {
            var timer = context.CreateTimer(TimeSpan.FromDays(5 * (3 - left)), CancellationToken.None);
            if (left == 1)
            {
                await timer;
            }
            else
            {
                context.ContinueAsNew(left - 1);
            }

            return context.CurrentUtcDateTime;
        }
    }
}
