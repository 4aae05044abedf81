using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.Embedded.Tests.Host;

public sealed class ActivityTests
{
    [Fact]
    public async Task An_activity_gets_its_input_and_its_result_comes_back()
    {
        await using var test = await TestHost.StartAsync<Functions>();

        var state = await test.RunAsync(Greeting, "Ada");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, state.RuntimeStatus);
        Assert.Equal("Hello Ada", state.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Two_hundred_activities_fan_out_and_every_result_comes_back_in_order()
    {
        await using var test = await TestHost.StartAsync<Functions>();

        var state = await test.RunAsync(FanOut, 200);

        Assert.Equal(Enumerable.Range(0, 200).Select(n => n * n), state.ReadOutputAs<int[]>());
    }

    [Fact]
    public async Task A_payload_of_one_megabyte_goes_through_input_activity_event_and_output()
    {
        await using var test = await TestHost.StartAsync<Functions>();
        var large = new string('x', 1_000_000);

        var id = await test.ScheduleAsync(Large, large);
        await test.Client.RaiseEventAsync(id, "more", large);
        await test.RunOutAsync();

        Assert.Equal(3_000_000, (await test.StateAsync(id)).ReadOutputAs<string>()!.Length);
    }

    private const string Greeting = nameof(Functions.GreetingAsync);
    private const string FanOut = nameof(Functions.FanOutAsync);
    private const string Large = nameof(Functions.LargeAsync);

    private sealed class Functions
    {
        [Function(nameof(GreetingAsync))]
        public static async Task<string> GreetingAsync([OrchestrationTrigger] TaskOrchestrationContext context, string name)
            => await context.CallActivityAsync<string>(nameof(Greet), name);

        [Function(nameof(Greet))]
        public static string Greet([ActivityTrigger] string name) => $"Hello {name}";

        [Function(nameof(FanOutAsync))]
        public static async Task<int[]> FanOutAsync([OrchestrationTrigger] TaskOrchestrationContext context)
            => await Task.WhenAll(Enumerable.Range(0, context.GetInput<int>()).Select(n => context.CallActivityAsync<int>(nameof(Square), n)));

        [Function(nameof(Square))]
        public int Square([ActivityTrigger] int number) => number * number;

        [Function(nameof(LargeAsync))]
        public static async Task<string> LargeAsync([OrchestrationTrigger] TaskOrchestrationContext context, string input)
            => await context.CallActivityAsync<string>(nameof(Echo), input) + await context.WaitForExternalEvent<string>("more") + input;

        [Function(nameof(Echo))]
        public static Task<string> Echo([ActivityTrigger] string text) => Task.FromResult(text);
    }
}
