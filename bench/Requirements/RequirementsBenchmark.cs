using System.CommandLine;
using System.Diagnostics;
using System.Xml.Linq;
using ReverseMentoring.Bench.Rehearsals;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;
using Spectre.Console;

namespace ReverseMentoring.Bench.Requirements;

/// <summary>
/// Every row of what the schemes ask for, each with the evidence that was just seen: something that a rehearsal counted, or a test that
/// passed. Its exit code is 0 only when every row has some.
/// </summary>
internal static class RequirementsBenchmark
{
    private const int Lacking = 1;

    public static Command Command(IAnsiConsole progress)
    {
        var command = new Command("requirements", "Every requirement with the evidence just seen; fails while one has none");
        command.SetAction((_, cancellation) => RunAsync(progress, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole progress, CancellationToken cancellation)
    {
        var root = RehearsalBenchmark.RepositoryRoot();
        var rows = RequirementRow.Read(Path.Combine(root, "bench", "Requirements", "rows.txt"));
        var counts = await PlayAsync(root, [.. rows.Where(r => r.Kind == "play").Select(r => r.Where).Distinct()], progress, cancellation);
        var passed = await TestAsync(root, rows, progress, cancellation);
        var lacking = 0;
        foreach (var row in rows)
        {
            var evidence = row.Kind switch
            {
                "play" when counts[row.Where].GetValueOrDefault(row.What) is > 0 and var count =>
                    $"samples/{row.Where}: {row.What}, {count} times",
                "play" => null,
                "test" => passed.Contains(row.What) ? $"{row.Where}: {row.What.Replace('_', ' ')}" : null,
                "none" => null,
                var other => throw new InvalidOperationException($"There is no evidence of the kind {other}; see rows.txt."),
            };
            lacking += evidence is null ? 1 : 0;
            var without = row.Kind == "none" ? row.What : $"not seen: {row.Where} {row.What}";
            Console.WriteLine($"| {row.Id} | {evidence ?? $"**none.** {without}"} |");
        }

        Console.WriteLine();
        Console.WriteLine($"{rows.Count} rows, {rows.Count - lacking} with evidence, {lacking} without.");
        return lacking == 0 ? 0 : Lacking;
    }

    /// <summary>What each sample's rehearsal counted; nothing of one that did not end as its script says.</summary>
    private static async Task<Dictionary<string, Dictionary<string, int>>> PlayAsync(
        string root, IReadOnlyList<string> samples, IAnsiConsole progress, CancellationToken cancellation)
    {
        var all = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var sample in samples)
        {
            var folder = Directory.CreateTempSubdirectory("requirements-");
            try
            {
                var options = new RehearsalOptions(Path.Combine(root, "samples", sample), null, 1, folder.FullName, 1);
                var played = await ProgressLine.RunAsync(
                    progress, line => RehearsalRun.PlayAsync(options, line, null, cancellation));
                progress.WriteLine($"{sample}: {(played.Failures.Count == 0 ? "ended as its script says" : played.Failures[0])}");
                all[sample] = played.Failures.Count == 0 ? new(played.Record.Counts, StringComparer.Ordinal) : [];
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return all;
    }

    /// <summary>Names of the tests among the rows that passed just now.</summary>
    private static async Task<HashSet<string>> TestAsync(
        string root, IReadOnlyList<RequirementRow> rows, IAnsiConsole progress, CancellationToken cancellation)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in rows.Where(r => r.Kind == "test").GroupBy(r => r.Where, StringComparer.Ordinal))
        {
            var folder = Directory.CreateTempSubdirectory("requirements-tests-");
            try
            {
                var names = project.Select(r => r.What).Distinct(StringComparer.Ordinal).ToList();
                progress.WriteLine($"{project.Key}: {names.Count} tests");
                var filter = string.Join('|', names.Select(n => $"FullyQualifiedName~.{n}"));
                var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
                foreach (var arg in new[]
                {
                    "test", Path.Combine(root, "tests", project.Key), "--filter", filter, "--logger", "trx;LogFileName=seen.trx",
                    "--results-directory", folder.FullName,
                })
                {
                    start.ArgumentList.Add(arg);
                }

                using var process = Process.Start(start)!;
                await process.StandardOutput.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation);
                passed.UnionWith(Passed(Path.Combine(folder.FullName, "seen.trx"), names));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return passed;
    }

    /// <summary>A test of several cases has passed where all have.</summary>
    private static IEnumerable<string> Passed(string file, IReadOnlyList<string> names)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var results = XDocument.Load(file).Descendants().Where(e => e.Name.LocalName == "UnitTestResult")
            .Select(e => (Name: (string)e.Attribute("testName")!, Passed: (string?)e.Attribute("outcome") == "Passed")).ToList();
        return names.Where(n => results.Where(r => r.Name.Contains($".{n}", StringComparison.Ordinal)).ToList() is { Count: > 0 } mine
            && mine.TrueForAll(r => r.Passed));
    }
}
