using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task A_sub_orchestration_runs_under_the_id_it_is_given_knows_its_parent_and_returns_its_output()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.Parent), id: "cohort-1");

        Assert.Equal("cohort-1/Parent asked cohort-1:wave-1", state.ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await test.StateAsync("cohort-1:wave-1")).RuntimeStatus);
    }

    [Fact]
    public async Task A_sub_orchestration_that_fails_arrives_as_a_TaskFailedException_with_the_childs_failure()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.ParentOfFailure));

        Assert.Equal("FailingChild: System.InvalidOperationException: the wave broke", state.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Sub_orchestrations_without_an_id_get_one_each_that_replay_does_not_change()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.ParentOfMany), 20);

        Assert.Equal(20, state.ReadOutputAs<string[]>()!.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Terminating_a_sub_orchestration_fails_the_parents_call()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.ParentOfWaiting));
        await test.Host.WhenIdleAsync();

        await test.Client.TerminateInstanceAsync("waiting-child");
        await test.RunOutAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await test.StateAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_sub_orchestration_whose_id_is_running_already_fails_the_call_and_leaves_the_other_alone()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        await test.ScheduleAsync(nameof(Functions.WaitingChild), id: "waiting-child");

        var state = await test.RunAsync(nameof(Functions.ParentOfWaiting));

        Assert.Contains("'waiting-child' is running already", state.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await test.StateAsync("waiting-child")).RuntimeStatus);
    }

    [Fact]
    public async Task Terminating_recursively_ends_the_sub_orchestrations_too()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var id = await test.ScheduleAsync(nameof(Functions.ParentOfWaiting));
        await test.Host.WhenIdleAsync();

        await test.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: true));
        await test.RunOutAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await test.StateAsync("waiting-child")).RuntimeStatus);
    }

    private static class Functions
    {
        [Function(nameof(Parent))]
        public static Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallSubOrchestratorAsync<string>(
                nameof(Child), "asked", new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:wave-1"));

        [Function(nameof(Child))]
        public static string Child([OrchestrationTrigger] TaskOrchestrationContext context, string verb)
            => $"{context.Parent!.InstanceId}/{context.Parent.Name} {verb} {context.InstanceId}";

        [Function(nameof(ParentOfFailure))]
        public static async Task<string> ParentOfFailure([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                await context.CallSubOrchestratorAsync(nameof(FailingChild));
                return "";
            }
            catch (TaskFailedException failure)
            {
                return $"{failure.TaskName}: {failure.FailureDetails}";
            }
        }

        [Function(nameof(FailingChild))]
        public static Task FailingChild([OrchestrationTrigger] TaskOrchestrationContext context)
            => throw new InvalidOperationException("the wave broke");

        [Function(nameof(ParentOfMany))]
        public static Task<string[]> ParentOfMany([OrchestrationTrigger] TaskOrchestrationContext context, int count)
            => Task.WhenAll(Enumerable.Range(0, count).Select(_ => context.CallSubOrchestratorAsync<string>(nameof(TellsItsId))));

        [Function(nameof(TellsItsId))]
        public static string TellsItsId([OrchestrationTrigger] TaskOrchestrationContext context) => context.InstanceId;

        [Function(nameof(ParentOfWaiting))]
        public static Task ParentOfWaiting([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallSubOrchestratorAsync(nameof(WaitingChild), new SubOrchestrationOptions(instanceId: "waiting-child"));

        [Function(nameof(WaitingChild))]
        public static async Task WaitingChild([OrchestrationTrigger] TaskOrchestrationContext context)
            => await context.WaitForExternalEvent<object?>("never");
    }
}
