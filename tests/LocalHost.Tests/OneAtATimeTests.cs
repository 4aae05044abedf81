using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class OneAtATimeTests
{
    [Fact]
    public async Task A_run_one_at_a_time_happens_in_the_same_order_every_time()
    {
        var first = await PlayAsync();
        var second = await PlayAsync();

        Assert.Equal(150, first.Count);
        Assert.Equal(first, second);
    }

    private static async Task<List<string>> PlayAsync()
    {
        var diary = new Diary();
        await using var test = await TestHost.StartAsync(
            typeof(Functions), services => services.AddSingleton(diary), options => options.OneAtATime = true);
        for (var n = 0; n < 10; n++)
        {
            await test.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(Functions.Walks), n, new StartOrchestrationOptions($"walker-{n}", TestHost.Epoch.AddHours(1)));
        }

        await test.RunOutAsync();
        return diary.Lines;
    }

    private sealed class Diary
    {
        public List<string> Lines { get; } = [];
    }

    private sealed class Functions(Diary diary)
    {
        [Function(nameof(Walks))]
        public static async Task Walks([OrchestrationTrigger] TaskOrchestrationContext context, int number)
        {
            for (var step = 0; step < 5; step++)
            {
                await Task.WhenAll(
                    Enumerable.Range(0, 3)
                        .Select(foot => context.CallActivityAsync(nameof(Writes), $"{context.InstanceId} {step} {foot}")));
                await context.CreateTimer(TimeSpan.FromHours(step % 2), CancellationToken.None);
            }
        }

        [Function(nameof(Writes))]
        public async Task Writes([ActivityTrigger] string line)
        {
            await Task.Yield();
            diary.Lines.Add(line);
        }
    }
}
