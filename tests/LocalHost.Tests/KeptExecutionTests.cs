using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

/// <summary>Executions kept between turns, so that a turn need not replay what was before it.</summary>
public sealed class KeptExecutionTests
{
    [Fact]
    public async Task A_kept_execution_goes_on_without_running_its_code_from_the_start()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions), adjust: options => options.MaxKeptExecutions = 10);

        await test.RunAsync(nameof(Functions.SleepsFiveTimes), id: "kept");

        Assert.Equal(1, Functions.Beginnings["kept"]);
    }

    [Fact]
    public async Task Without_room_for_it_every_turn_replays_from_the_start_and_comes_to_the_same()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions), adjust: options => options.MaxKeptExecutions = 0);

        var state = await test.RunAsync(nameof(Functions.SleepsFiveTimes), id: "not kept");

        Assert.Equal(6, Functions.Beginnings["not kept"]);
        Assert.Equal(TestHost.Epoch.AddDays(5).UtcDateTime, state.ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Those_that_ran_longest_ago_make_room_for_others_and_are_replayed_when_their_time_comes()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions), adjust: options => options.MaxKeptExecutions = 2);
        string[] ids = ["a", "b", "c"];
        foreach (var id in ids)
        {
            await test.ScheduleAsync(nameof(Functions.WaitsForAWord), id: id);
            await test.Host.WhenIdleAsync();
        }

        foreach (var id in ids.Reverse())
        {
            await test.Client.RaiseEventAsync(id, "word", id);
            await test.Host.WhenIdleAsync();
        }

        Assert.Equal([2, 1, 1], ids.Select(id => Functions.Beginnings[id]));
        Assert.Equal("a", (await test.StateAsync("a")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_terminated_orchestration_is_not_kept_and_a_new_one_of_its_id_begins_from_the_start()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.ScheduleAsync(nameof(Functions.WaitsForAWord), id: "again");
        await test.Host.WhenIdleAsync();
        await test.Client.TerminateInstanceAsync("again");
        await test.Host.WhenIdleAsync();

        await test.ScheduleAsync(nameof(Functions.WaitsForAWord), id: "again");
        await test.Client.RaiseEventAsync("again", "word", "new");
        await test.RunOutAsync();

        var state = await test.StateAsync("again");
        Assert.Equal((OrchestrationRuntimeStatus.Completed, "new"), (state.RuntimeStatus, state.ReadOutputAs<string>()));
    }

    private static class Functions
    {
        public static ConcurrentDictionary<string, int> Beginnings { get; } = new(StringComparer.Ordinal);

        [Function(nameof(SleepsFiveTimes))]
        public static async Task<DateTime> SleepsFiveTimes([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Beginnings.AddOrUpdate(context.InstanceId, 1, (_, before) => before + 1);
            for (var i = 0; i < 5; i++)
            {
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            }

            return context.CurrentUtcDateTime;
        }

        [Function(nameof(WaitsForAWord))]
        public static Task<string> WaitsForAWord([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Beginnings.AddOrUpdate(context.InstanceId, 1, (_, before) => before + 1);
            return context.WaitForExternalEvent<string>("word");
        }
    }
}
