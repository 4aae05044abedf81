using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ReverseMentoring.LocalHost;

namespace ReverseMentoring.Bench.DurableTurns;

/// <summary>
/// What a thousand sleeping orchestrations hold in memory, by how many executions are kept, and how long a restart takes.
/// </summary>
public static class SleepingInstances
{
    private const int Instances = 1000;

    public static async Task RunAsync(TextWriter output, string folder)
    {
        await output.WriteLineAsync($"{Instances} sleeping orchestrations   KiB each   seconds from a restart to the first answer");
        foreach (var kept in new[] { 0, 200, Instances })
        {
            var (bytes, restart) = await MeasureAsync(Path.Combine(folder, $"sleeping-{kept}"), kept);
            await output.WriteLineAsync($"{kept,5} kept {bytes / 1024.0 / Instances,30:N1} {restart.TotalSeconds,45:N2}");
        }
    }

    [Function(nameof(Sleeper))]
    public static async Task Sleeper([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<int>(nameof(Chain.Next), 1);
        await Task.WhenAny(
            context.WaitForExternalEvent<object?>("nudge"),
            context.CreateTimer(TimeSpan.FromHours(24), CancellationToken.None));
    }

    private static async Task<(long Bytes, TimeSpan Restart)> MeasureAsync(string folder, int kept)
    {
        long bytes;
        await using (var host = await StartAsync(folder, kept))
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await Task.WhenAll(Enumerable.Range(0, Instances).Select(n => host.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(Sleeper), null, new StartOrchestrationOptions($"sleeper-{n:0000}"))));
            await host.WhenIdleAsync();
            bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        }

        var clock = Stopwatch.StartNew();
        await using var again = await StartAsync(folder, kept);
        await again.Client.RaiseEventAsync("sleeper-0500", "nudge");
        while ((await again.Client.GetOrchestrationHistoryAsync("sleeper-0500")).All(
            it => it.EventType != global::DurableTask.Core.History.EventType.EventRaised))
        {
            await Task.Delay(1);
        }

        return (bytes, clock.Elapsed);
    }

    private static Task<FunctionsHost> StartAsync(string folder, int kept)
    {
        var options = new FunctionsHostOptions { DataFolder = folder, DurableCommits = false, MaxKeptExecutions = kept };
        options.FunctionTypes.Add(typeof(Chain));
        options.FunctionTypes.Add(typeof(SleepingInstances));
        return FunctionsHost.StartAsync(options);
    }
}
