using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;
using Spectre.Console;

namespace ReverseMentoring.Bench.Rehearsals;

/// <summary>1, 10 and 100 judicial cohorts at once, each count in a process of its own so that its peak memory is its own.</summary>
internal static class RehearsalBenchmark
{
    private static readonly int[] Counts = [1, 10, 100];

    public static async Task RunAsync(IAnsiConsole console)
    {
        var sample = Path.Combine(RepositoryRoot(), "samples", "judicial-2023");
        var table = Tables.OfNumbers("judicial cohorts at once", "seconds", "seconds each", "beside one", "processor seconds", "peak MB");
        double one = 0;
        foreach (var count in Counts)
        {
            var (seconds, processor, peak) = await PlayInOwnProcessAsync(sample, count);
            one = count == 1 ? seconds : one;
            table.AddNumbers(
                $"{count}", $"{seconds:0.0}", $"{seconds / count:0.00}", $"{seconds / count / one:0.00}", $"{processor:0.0}", $"{peak}");
        }

        console.Write(table);
    }

    /// <summary>The child's part: plays, then prints its seconds, processor seconds and peak memory.</summary>
    public static async Task<int> PlayOneAsync(string sample, int cohorts, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("rehearsal-bench-");
        try
        {
            var options = new RehearsalOptions(sample, null, 1, folder.FullName, cohorts);
            var played = await ProgressLine.RunAsync(
                Consoles.Error(), progress => RehearsalRun.PlayAsync(options, progress, null, cancellation));
            foreach (var failure in played.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{played.Took.TotalSeconds} {self.TotalProcessorTime.TotalSeconds} {self.PeakWorkingSet64 / 1048576}"));
            return played.Failures.Count;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, double Processor, long PeakMegabytes)> PlayInOwnProcessAsync(string sample, int count)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var arg in new[] { "rehearse", sample, count.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(arg);
        }

        using var child = Process.Start(start)!;
        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        var numbers = said.Split(' ', StringSplitOptions.TrimEntries);
        return child.ExitCode == 0
            ? (Number(0), Number(1), (long)Number(2))
            : throw new InvalidOperationException($"The rehearsal of {count} cohorts failed; what it said is above.");

        double Number(int at) => double.Parse(numbers[at], CultureInfo.InvariantCulture);
    }

    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReverseMentoring.Serverless.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks from a clone of the repository.");
        }

        return folder.FullName;
    }
}
