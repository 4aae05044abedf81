using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class ExternalEventTests
{
    [Fact]
    public async Task An_event_that_comes_during_the_wait_ends_it()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsOnce));
        await test.Host.WhenIdleAsync();

        await test.Client.RaiseEventAsync(id, "REPLY", "yes");
        await test.RunOutAsync();

        Assert.Equal("yes", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_that_comes_before_the_wait_is_kept_for_it_even_over_a_restart()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsAfterADay));
        await test.Host.WhenIdleAsync();
        await test.Client.RaiseEventAsync(id, "reply", "early");

        await test.StopAsync();
        await test.StartAgainAsync();
        await test.RunOutAsync();

        Assert.Equal("early", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_that_comes_after_the_wait_has_ended_is_kept_for_the_next_wait()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsTwiceADayApart));
        await test.Client.RaiseEventAsync(id, "reply", "first");
        await test.Client.RaiseEventAsync(id, "reply", "second");

        await test.RunOutAsync();

        Assert.Equal("first then second", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Of_two_waits_for_one_name_the_later_is_served_first_and_each_gets_one_event()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsTwiceAtOnce));
        await test.Host.WhenIdleAsync();

        await test.Client.RaiseEventAsync(id, "reply", "one");
        await test.Host.WhenIdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await test.StateAsync(id)).RuntimeStatus);
        await test.Client.RaiseEventAsync(id, "reply", "two");
        await test.RunOutAsync();

        Assert.Equal("two, one", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_wait_with_a_timeout_returns_the_event_that_came_in_time_and_leaves_no_timer_behind()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsAtMostAnHour));
        await test.Host.WhenIdleAsync();

        await test.Client.RaiseEventAsync(id, "reply", "in time");
        await test.Host.WhenIdleAsync();

        Assert.Equal("in time", (await test.StateAsync(id)).ReadOutputAs<string>());
        Assert.Null(test.Host.NextDue);
    }

    [Fact]
    public async Task A_wait_whose_time_runs_out_is_cancelled_and_an_event_before_the_next_wait_is_not_lost()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsAtMostAnHour));
        await test.Host.RunUntilAsync(TestHost.Epoch.AddHours(2));
        Assert.Equal("too late", (await test.StateAsync(id)).ReadCustomStatusAs<string>());

        await test.Client.RaiseEventAsync(id, "reply", "after all");
        await test.RunOutAsync();

        Assert.Equal("after all", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_for_an_instance_that_never_was_or_has_ended_is_dropped_quietly()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsOnce));
        await test.Client.RaiseEventAsync(id, "reply", "yes");
        await test.RunOutAsync();

        await test.Client.RaiseEventAsync(id, "reply", "again");
        await test.Client.RaiseEventAsync("nobody", "reply", "hello");
        await test.RunOutAsync();

        Assert.Equal("yes", (await test.StateAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task One_orchestration_sends_an_event_to_another()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var waiting = await test.ScheduleAsync(nameof(Functions.WaitsOnce));

        await test.RunAsync(nameof(Functions.Tells), waiting);

        Assert.Equal("told", (await test.StateAsync(waiting)).ReadOutputAs<string>());
    }

    private static class Functions
    {
        [Function(nameof(WaitsOnce))]
        public static Task<string> WaitsOnce([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.WaitForExternalEvent<string>("reply");

        [Function(nameof(WaitsAfterADay))]
        public static async Task<string> WaitsAfterADay([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return await context.WaitForExternalEvent<string>("reply");
        }

        [Function(nameof(WaitsTwiceADayApart))]
        public static async Task<string> WaitsTwiceADayApart([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var first = await context.WaitForExternalEvent<string>("reply");
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return $"{first} then {await context.WaitForExternalEvent<string>("reply")}";
        }

        [Function(nameof(WaitsTwiceAtOnce))]
        public static async Task<string> WaitsTwiceAtOnce([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var earlier = context.WaitForExternalEvent<string>("reply");
            var later = context.WaitForExternalEvent<string>("reply");
            return string.Join(", ", await Task.WhenAll(earlier, later));
        }

        [Function(nameof(WaitsAtMostAnHour))]
        public static async Task<string> WaitsAtMostAnHour([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                return await context.WaitForExternalEvent<string>("reply", TimeSpan.FromHours(1), CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                context.SetCustomStatus("too late");
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return await context.WaitForExternalEvent<string>("reply");
            }
        }

        [Function(nameof(Tells))]
        public static Task Tells([OrchestrationTrigger] TaskOrchestrationContext context, string target)
        {
            context.SendEvent(target, "reply", "told");
            return Task.CompletedTask;
        }
    }
}
