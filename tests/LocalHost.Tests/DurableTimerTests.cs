using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class DurableTimerTests
{
    [Fact]
    public async Task A_timer_fires_at_its_instant_and_is_the_next_thing_due_until_then()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Waits), 90);
        await test.Host.WhenIdleAsync();

        Assert.Equal(TestHost.Epoch.AddDays(90), test.Host.NextDue);
        await test.RunOutAsync();

        Assert.Equal(TestHost.Epoch.AddDays(90).UtcDateTime, (await test.StateAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task A_cancelled_timer_still_falls_due_as_in_production_and_nothing_comes_of_it()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Cancels));
        await test.Host.WhenIdleAsync();
        Assert.NotNull(test.Host.NextDue);

        await test.Client.RaiseEventAsync(id, "go");
        await test.Host.WhenIdleAsync();

        Assert.Equal(TestHost.Epoch.AddDays(1), test.Host.NextDue);
        await test.RunOutAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await test.StateAsync(id)).RuntimeStatus);
        Assert.Null(test.Host.NextDue);
    }

    [Fact]
    public async Task A_timer_that_fell_due_while_the_process_was_down_fires_once_at_start()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsThenAsks), 1);
        await test.Host.WhenIdleAsync();

        await test.StopAsync();
        test.Clock.Advance(TimeSpan.FromDays(3));
        await test.StartAgainAsync();
        await test.Host.WhenIdleAsync();

        Assert.Equal("asked 1", (await test.StateAsync(id)).ReadCustomStatusAs<string>());
        Assert.Null(test.Host.NextDue);
    }

    [Fact]
    public async Task A_timer_set_for_the_past_fires_at_once()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Waits), -1);

        await test.Host.WhenIdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await test.StateAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task An_orchestration_scheduled_for_later_stays_pending_until_then_even_over_a_restart()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var options = new StartOrchestrationOptions("later", TestHost.Epoch.AddHours(5));
        await test.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Waits), 0, options);
        await test.StopAsync();
        await test.StartAgainAsync();
        await test.Host.WhenIdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await test.StateAsync("later")).RuntimeStatus);
        await test.RunOutAsync();

        Assert.Equal(TestHost.Epoch.AddHours(5).UtcDateTime, (await test.StateAsync("later")).ReadOutputAs<DateTime>());
    }

    private static class Functions
    {
        [Function(nameof(Waits))]
        public static async Task<DateTime> Waits([OrchestrationTrigger] TaskOrchestrationContext context, int days)
        {
            await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
            return context.CurrentUtcDateTime;
        }

        [Function(nameof(Cancels))]
        public static async Task Cancels([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            using var stop = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(1), stop.Token);
            await context.WaitForExternalEvent<object?>("go");
#pragma warning disable CA1849, MA0042 // An orchestrator has one thread.
            stop.Cancel();
#pragma warning restore CA1849, MA0042
            try
            {
                await timer;
            }
            catch (OperationCanceledException)
            {
                await context.WaitForExternalEvent<object?>("never");
            }
        }

        [Function(nameof(WaitsThenAsks))]
        public static async Task WaitsThenAsks([OrchestrationTrigger] TaskOrchestrationContext context, int days)
        {
            var asked = 0;
            await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
            context.SetCustomStatus($"asked {++asked}");
            await context.WaitForExternalEvent<object?>("answer");
        }
    }
}
