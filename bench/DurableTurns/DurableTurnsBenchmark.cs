using System.Diagnostics;
using Microsoft.DurableTask;
using ReverseMentoring.LocalHost;

namespace ReverseMentoring.Bench.DurableTurns;

/// <summary>How many orchestration turns a second the local host commits, beside what the same disk can do at all.</summary>
public static class DurableTurnsBenchmark
{
    private const int Instances = 100;
    private const int Activities = 50;

    /// <summary>Runs on the disk of a folder (the temporary one unless given) and writes what it measured.</summary>
    public static async Task RunAsync(TextWriter output, string? folder = null)
    {
        var work = Path.Combine(folder ?? Path.GetTempPath(), $"durable-turns-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        try
        {
            var commits = RawCommits.PerSecond(Path.Combine(work, "raw.db"));
            var full = await TurnsPerSecondAsync(Path.Combine(work, "full"), durableCommits: true);
            var off = await TurnsPerSecondAsync(Path.Combine(work, "off"), durableCommits: false);
            await output.WriteLineAsync($"raw SQLite commits/s, one row each, WAL, synchronous=FULL   {commits,9:N0}");
            await output.WriteLineAsync($"durable turns/s, {Instances} instances at once, synchronous=FULL       {full,9:N0}");
            await output.WriteLineAsync($"ratio of the two (wanted: at least 0.5)                      {full / commits,9:N2}");
            await output.WriteLineAsync($"durable turns/s, {Instances} instances at once, synchronous=OFF        {off,9:N0}");
            await output.WriteLineAsync();
            await SleepingInstances.RunAsync(output, work);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<double> TurnsPerSecondAsync(string folder, bool durableCommits)
    {
        var options = new FunctionsHostOptions { DataFolder = folder, DurableCommits = durableCommits };
        options.FunctionTypes.Add(typeof(Chain));
        await using var host = await FunctionsHost.StartAsync(options);
        await RunAsync(host, "warm", Instances);
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        for (; clock.Elapsed < RawCommits.Span; rounds++)
        {
            await RunAsync(host, $"round-{rounds}", Instances);
        }

        // One turn to start, and one for the end of each activity.
        return rounds * Instances * (Activities + 1) / clock.Elapsed.TotalSeconds;
    }

    private static async Task RunAsync(FunctionsHost host, string name, int instances)
    {
        var ids = Enumerable.Range(0, instances).Select(n => $"{name}-{n}").ToList();
        await Task.WhenAll(ids.Select(id => host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Chain.Run), Activities, new StartOrchestrationOptions(id))));
        await Task.WhenAll(ids.Select(id => host.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None)));
    }
}
