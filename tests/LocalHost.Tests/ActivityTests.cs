using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class ActivityTests
{
    [Fact]
    public async Task An_activity_gets_its_input_and_its_result_comes_back()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.Greeting), "Ada");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal("Hello Ada", state.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Two_hundred_activities_fan_out_and_every_result_comes_back_in_order()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.FanOut), 200);

        Assert.Equal(Enumerable.Range(0, 200).Select(n => n * n), state.ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task A_failed_activity_arrives_as_a_TaskFailedException_with_type_message_and_inner_failure()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.CatchesFailure));

        Assert.Equal(
            [nameof(Functions.Fail), "True", "no such pair", "False", "System.FormatException: because of this"],
            state.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_failure_nobody_catches_fails_the_orchestration_with_its_details()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.LetsFailureThrough));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, state.RuntimeStatus);
        Assert.True(state.FailureDetails!.IsCausedBy<TaskFailedException>());
        Assert.True(state.FailureDetails.InnerFailure!.IsCausedBy<InvalidOperationException>());
    }

    [Fact]
    public async Task Calling_an_activity_that_does_not_exist_fails_with_its_name()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        var state = await test.RunAsync(nameof(Functions.CallsNobody));

        Assert.Contains("no activity named 'Nobody'", state.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_of_one_megabyte_goes_through_input_activity_event_and_output()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));
        var large = new string('x', 1_000_000);

        var id = await test.ScheduleAsync(nameof(Functions.Large), large);
        await test.Client.RaiseEventAsync(id, "more", large);
        await test.RunOutAsync();

        Assert.Equal(3_000_000, (await test.StateAsync(id)).ReadOutputAs<string>()!.Length);
    }

    private sealed class Functions
    {
        [Function(nameof(Greeting))]
        public static async Task<string> Greeting([OrchestrationTrigger] TaskOrchestrationContext context, string name)
            => await context.CallActivityAsync<string>(nameof(Greet), name);

        [Function(nameof(Greet))]
        public static string Greet([ActivityTrigger] string name) => $"Hello {name}";

        [Function(nameof(FanOut))]
        public static async Task<int[]> FanOut([OrchestrationTrigger] TaskOrchestrationContext context)
            => await Task.WhenAll(
                Enumerable.Range(0, context.GetInput<int>()).Select(n => context.CallActivityAsync<int>(nameof(Square), n)));

        [Function(nameof(Square))]
        public int Square([ActivityTrigger] int number) => number * number;

        [Function(nameof(CatchesFailure))]
        public static async Task<string[]> CatchesFailure([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            try
            {
                await context.CallActivityAsync(nameof(Fail));
                return [];
            }
            catch (TaskFailedException failure)
            {
                var details = failure.FailureDetails;
                return
                [
                    failure.TaskName,
                    details.IsCausedBy<InvalidOperationException>().ToString(),
                    details.ErrorMessage,
                    details.IsCausedBy<ArgumentException>().ToString(),
                    details.InnerFailure!.ToString(),
                ];
            }
        }

        [Function(nameof(LetsFailureThrough))]
        public static Task LetsFailureThrough([OrchestrationTrigger] TaskOrchestrationContext context)
            => context.CallActivityAsync(nameof(Fail));

        [Function(nameof(CallsNobody))]
        public static Task CallsNobody([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Nobody");

        [Function(nameof(Fail))]
        public static void Fail([ActivityTrigger] object? nothing)
            => throw new InvalidOperationException("no such pair", new FormatException("because of this"));

        [Function(nameof(Large))]
        public static async Task<string> Large([OrchestrationTrigger] TaskOrchestrationContext context, string input)
            => await context.CallActivityAsync<string>(nameof(Echo), input) + await context.WaitForExternalEvent<string>("more") + input;

        [Function(nameof(Echo))]
        public static Task<string> Echo([ActivityTrigger] string text) => Task.FromResult(text);
    }
}
