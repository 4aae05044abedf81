using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class ReplayTests
{
    [Theory]
    [InlineData(typeof(OtherActivity), "named 'SendInvitations'", "scheduled an activity task named 'SendReminders'")]
    [InlineData(typeof(TimerFirst), "named 'SendInvitations'", "produced a CreateTimerOrchestratorAction")]
    [InlineData(typeof(NothingAnyMore), "name 'SendInvitations'", "hasn't (yet?) scheduled this task")]
    [InlineData(typeof(OneMore), "expects nothing", "came to activity 'SendReminders'")]
    [InlineData(typeof(EndsEarly), "expects something to wait for", "came to the end of the orchestrator")]
    public async Task An_orchestrator_that_changed_under_its_history_fails_naming_what_was_expected_and_found(
        Type changed, string expected, string found)
    {
        await using var test = await TestHost.StartAsync(typeof(Original));
        var id = await test.ScheduleAsync("Cohort");
        await test.Host.WhenIdleAsync();
        await test.StopAsync();

        await test.StartAgainAsync(changed);
        await test.Client.RaiseEventAsync(id, "go");
        await test.Host.WhenIdleAsync();

        var state = await test.StateAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Contains(expected, state.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(found, state.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("end it and start it again", state.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_awaits_something_else_than_its_context_fails_and_is_told_what_to_do()
    {
        await using var test = await TestHost.StartAsync(typeof(Careless));

        var state = await test.RunAsync(nameof(Careless.AwaitsATask));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.Contains("move other work into an activity", state.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_goes_on_after_a_foreign_task_beside_a_durable_one_fails_as_well()
    {
        await using var test = await TestHost.StartAsync(typeof(Careless));
        var id = await test.ScheduleAsync(nameof(Careless.RacesATask));
        await test.Host.WhenIdleAsync();

        Careless.Foreign.SetResult();
        var state = await test.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
    }

    [Fact]
    public async Task Time_and_ids_are_the_same_on_every_replay_and_the_code_is_told_that_it_replays()
    {
        await using var test = await TestHost.StartAsync(typeof(Careful), adjust: options => options.MaxKeptExecutions = 0);

        var state = await test.RunAsync(nameof(Careful.TakesTimeAndIds));

        Assert.Equal([true, true, true, false], state.ReadOutputAs<bool[]>()!);
    }

    private static class Original
    {
        [Function("Cohort")]
        public static async Task Cohort([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("SendInvitations");
            await context.WaitForExternalEvent<object?>("go");
        }

        [Function("SendInvitations")]
        public static void SendInvitations([ActivityTrigger] object? nothing)
        {
        }
    }

    private static class OtherActivity
    {
        [Function("Cohort")]
        public static Task Cohort([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("SendReminders");
    }

    private static class TimerFirst
    {
        [Function("Cohort")]
        public static Task Cohort([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
    }

    private static class NothingAnyMore
    {
        [Function("Cohort")]
        public static async Task Cohort([OrchestrationTrigger] TaskOrchestrationContext context)
            => await context.WaitForExternalEvent<object?>("go");
    }

    private static class OneMore
    {
        [Function("Cohort")]
        public static async Task Cohort([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("SendInvitations");
            await context.CallActivityAsync("SendReminders");
        }
    }

    private static class EndsEarly
    {
        [Function("Cohort")]
        public static Task Cohort([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("SendInvitations");
    }

    private static class Careless
    {
        public static readonly TaskCompletionSource Foreign = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Function(nameof(AwaitsATask))]
        public static async Task AwaitsATask([OrchestrationTrigger] TaskOrchestrationContext context)
            => await new TaskCompletionSource().Task;

        [Function(nameof(RacesATask))]
        public static async Task RacesATask([OrchestrationTrigger] TaskOrchestrationContext context)
            => await Task.WhenAny(Foreign.Task, context.WaitForExternalEvent<object?>("never"));
    }

    private static class Careful
    {
        private static readonly List<(DateTime Now, Guid Id, bool IsReplaying)> Seen = [];

        [Function(nameof(TakesTimeAndIds))]
        public static async Task<bool[]> TakesTimeAndIds([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Seen.Add((context.CurrentUtcDateTime, context.NewGuid(), context.IsReplaying));
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return [Seen[0].Now == Seen[1].Now, Seen[0].Id == Seen[1].Id, Seen[1].IsReplaying, Seen[0].IsReplaying];
        }
    }
}
