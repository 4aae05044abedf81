using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.LocalHost;
using Spectre.Console;

namespace ReverseMentoring.Bench.Reliability;

/// <summary>Plays what must never go wrong, and prints how often it did.</summary>
internal static class ReliabilityBenchmark
{
    private const int Missed = 1;

    /// <summary>The command and its options. Its exit code is 0 only when every goal is met.</summary>
    public static Command Command(IAnsiConsole console, IAnsiConsole progress)
    {
        var kills = CommandLines.WholeNumber(
            "--kills", "How often a cohort's process is killed; 0 here and below: not played", 40, 0, 10_000);
        var links = CommandLines.WholeNumber("--links", "How many links are forged", 1_000_000, 0, 1_000_000_000);
        var bodies = CommandLines.WholeNumber("--bodies", "How many hostile bodies each route gets", 500, 0, 1_000_000);
        var orders = CommandLines.WholeNumber("--orders", "In how many orders answers cross an erasure", 50_000, 0, 1_000_000_000);
        var faults = CommandLines.WholeNumber("--faults", "For how many connections a mail server has each of its faults", 3, 0, 20);
        var sequences = CommandLines.WholeNumber(
            "--sequences", "How many random sequences of what coordinators, administrators, participants and strangers do", 20_000, 0,
                100_000_000);
        var command = new Command("reliability", "What must never go wrong, played many times in one table; fails when it did once")
        {
            kills, links, bodies, orders, faults, sequences,
        };
        command.SetAction((asked, _) => RunAsync(
            new ReliabilityCounts(
                asked.GetValue(kills), asked.GetValue(links), asked.GetValue(bodies), asked.GetValue(orders), asked.GetValue(faults),
                asked.GetValue(sequences)),
            console,
            progress));
        return command;
    }

    private static async Task<int> RunAsync(ReliabilityCounts counts, IAnsiConsole console, IAnsiConsole progress)
    {
        var table = Tables.OfNumbers("what", "times", "found", "seconds", "goal: nought");
        var wrong = new List<string>();
        foreach (var row in ReliabilityRows.Of(counts).Where(r => r.Count > 0))
        {
            var since = Stopwatch.GetTimestamp();
            var result = await WithProgressAsync(progress, row);
            table.AddNumbers(
                $"{row.What}",
                $"{result.Times}",
                result.Found,
                $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0}",
                $"{(result.Wrong.Count == 0 ? "met" : "MISSED")}");
            wrong.AddRange(result.Wrong);
        }

        console.Write(table);
        foreach (var sentence in wrong)
        {
            console.WriteLine(sentence);
        }

        return wrong.Count == 0 ? 0 : Missed;
    }

    /// <summary>On a terminal one line that moves, in a file a line for each thing told.</summary>
    private static Task<ReliabilityResult> WithProgressAsync(IAnsiConsole progress, ReliabilityRow row)
    {
        if (progress.Profile.Capabilities.Interactive)
        {
            return progress.Status().StartAsync(
                Markup.Escape(row.What), status => row.Play(row.Count, text => status.Status(Markup.Escape($"{row.What}: {text}"))));
        }

        progress.WriteLine(row.What);
        return row.Play(row.Count, text => progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {text}")));
    }
}
