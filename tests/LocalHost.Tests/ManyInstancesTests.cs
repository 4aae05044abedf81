using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class ManyInstancesTests
{
    [Fact]
    public async Task Two_hundred_orchestrations_at_once_each_come_to_their_own_end()
    {
        await using var test = await TestHost.StartAsync(typeof(Functions));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => test.ScheduleAsync(nameof(Functions.Doubles), n, $"one-{n:000}")));
        await test.RunOutAsync();

        var found = new List<int>();
        await foreach (var state in test.Client.GetAllInstancesAsync(
            new OrchestrationQuery(InstanceIdPrefix: "one-", FetchInputsAndOutputs: true)))
        {
            found.Add(state.ReadOutputAs<int>());
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(n => 2 * n), found);
    }

    private static class Functions
    {
        [Function(nameof(Doubles))]
        public static async Task<int> Doubles([OrchestrationTrigger] TaskOrchestrationContext context, int number)
        {
            var doubled = await context.CallActivityAsync<int>(nameof(Double), number);
            await context.CreateTimer(TimeSpan.FromMinutes(number % 7), CancellationToken.None);
            return await context.CallSubOrchestratorAsync<int>(nameof(Same), doubled);
        }

        [Function(nameof(Same))]
        public static int Same([OrchestrationTrigger] TaskOrchestrationContext context, int number) => number;

        [Function(nameof(Double))]
        public static int Double([ActivityTrigger] int number) => 2 * number;
    }
}
