using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

// Over 200 lines because each call of management has its test.
public sealed class ManagementTests
{
    [Fact]
    public async Task A_custom_status_shows_while_the_orchestration_runs()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Counts));

        await test.Client.RaiseEventAsync(id, "step");
        await test.Host.WhenIdleAsync();

        Assert.Equal("step 1", (await test.StateAsync(id)).ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task A_suspended_orchestration_does_nothing_until_it_is_resumed_and_then_misses_nothing()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.Counts));
        await test.Host.WhenIdleAsync();

        await test.Client.SuspendInstanceAsync(id, "for a while");
        await test.Client.RaiseEventAsync(id, "step");
        await test.Client.RaiseEventAsync(id, "step");
        await test.StopAsync();
        await test.StartAgainAsync();
        await test.Host.WhenIdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await test.StateAsync(id)).RuntimeStatus);
        Assert.Equal("step 0", (await test.StateAsync(id)).ReadCustomStatusAs<string>());
        await test.Client.ResumeInstanceAsync(id, "on we go");
        await test.RunOutAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await test.StateAsync(id)).RuntimeStatus);
        Assert.Equal("step 2", (await test.StateAsync(id)).ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task A_timer_that_falls_due_in_suspension_counts_at_the_resumption()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsADay));
        await test.Host.WhenIdleAsync();
        await test.Client.SuspendInstanceAsync(id);
        await test.RunOutAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await test.StateAsync(id)).RuntimeStatus);

        await test.Client.ResumeInstanceAsync(id);
        await test.RunOutAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await test.StateAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_terminated_orchestration_shows_its_output_and_its_timers_are_gone()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsADay));
        await test.Host.WhenIdleAsync();

        await test.Client.TerminateInstanceAsync(id, (object)"cancelled by the coordinator");
        await test.Host.WhenIdleAsync();

        var state = await test.StateAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, state.RuntimeStatus);
        Assert.Equal("cancelled by the coordinator", state.ReadOutputAs<string>());
        Assert.Null(test.Host.NextDue);
    }

    [Fact]
    public async Task Purging_deletes_a_finished_instance_and_leaves_a_running_one()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var done = (await test.RunAsync(nameof(Functions.WaitsADay))).InstanceId;
        var running = await test.ScheduleAsync(nameof(Functions.Counts));

        var purged = await test.Client.PurgeInstanceAsync(done);
        var refused = await test.Client.PurgeInstanceAsync(running);

        Assert.Equal((1, 0), (purged.PurgedInstanceCount, refused.PurgedInstanceCount));
        Assert.Null(await test.Client.GetInstanceAsync(done));
        Assert.NotNull(await test.Client.GetInstanceAsync(running));
    }

    [Fact]
    public async Task Purging_by_filter_takes_the_finished_instances_it_names()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.RunAsync(nameof(Functions.WaitsADay), id: "a");
        await test.ScheduleAsync(nameof(Functions.Counts), id: "b");
        await test.Client.TerminateInstanceAsync("b");
        await test.Host.WhenIdleAsync();

        var purged = await test.Client.PurgeAllInstancesAsync(new(Statuses: [OrchestrationRuntimeStatus.Terminated]));

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.NotNull(await test.Client.GetInstanceAsync("a"));
    }

    [Fact]
    public async Task A_query_finds_by_status_and_prefix_page_by_page()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        for (var n = 0; n < 25; n++)
        {
            await test.ScheduleAsync(nameof(Functions.Counts), id: $"cohort-{n:00}");
        }

        await test.ScheduleAsync(nameof(Functions.Counts), id: "other");
        await test.Client.TerminateInstanceAsync("cohort-07");
        await test.Host.WhenIdleAsync();
        var query = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], InstanceIdPrefix: "cohort-", PageSize: 10);

        var pages = new List<int>();
        var ids = new List<string>();
        await foreach (var page in test.Client.GetAllInstancesAsync(query).AsPages())
        {
            pages.Add(page.Values.Count);
            ids.AddRange(page.Values.Select(found => found.InstanceId));
        }

        Assert.Equal([10, 10, 4], pages);
        Assert.Equal(Enumerable.Range(0, 25).Where(n => n != 7).Select(n => $"cohort-{n:00}"), ids);
    }

    [Fact]
    public async Task Starting_an_id_that_is_running_is_refused()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.ScheduleAsync(nameof(Functions.Counts), id: "cohort-1");
        var options = new StartOrchestrationOptions("cohort-1").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);

        Task Again() => test.Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Counts), options);

        var refusal = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(Again);
        Assert.Contains("'cohort-1'", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => test.ScheduleAsync(nameof(Functions.Counts), id: "cohort-1"));
    }

    [Fact]
    public async Task Starting_an_id_whose_status_is_not_named_replaces_the_instance()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.ScheduleAsync(nameof(Functions.WaitsADay), id: "cohort-1");
        await test.Host.WhenIdleAsync();

        await test.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Functions.Counts), new StartOrchestrationOptions("cohort-1").WithDedupeStatuses());
        await test.RunOutAsync();

        Assert.Equal(nameof(Functions.Counts), (await test.StateAsync("cohort-1")).Name);
        Assert.Null(test.Host.NextDue);
    }

    [Fact]
    public async Task An_id_whose_instance_has_ended_can_be_started_again()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.RunAsync(nameof(Functions.WaitsADay), id: "cohort-1");

        await test.ScheduleAsync(nameof(Functions.Counts), id: "cohort-1");
        await test.Host.WhenIdleAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await test.StateAsync("cohort-1")).RuntimeStatus);
    }

    [Fact]
    public async Task Waiting_for_completion_returns_when_the_orchestration_has_ended()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.WaitsADay));
        var waiting = test.Client.WaitForInstanceCompletionAsync(id);

        await test.Host.WhenIdleAsync();
        Assert.False(waiting.IsCompleted);
        await test.RunOutAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await waiting).RuntimeStatus);
    }

    private static class Functions
    {
        [Function(nameof(Counts))]
        public static async Task Counts([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (var step = 0; ; step++)
            {
                context.SetCustomStatus($"step {step}");
                await context.WaitForExternalEvent<object?>("step");
            }
        }

        [Function(nameof(WaitsADay))]
        public static Task WaitsADay([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
    }
}
