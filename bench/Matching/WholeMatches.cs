using System.Diagnostics;
using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Bench.Matching;

/// <summary>The full match of generated people: validation, rules, scores, the four objectives, the tie-break and the proof.</summary>
internal static class WholeMatches
{
    public static async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync("| mentors × mentees | allowed | median | slowest | result | proved | peak memory of the process |");
        await output.WriteLineAsync("|---|---:|---:|---:|---|---|---:|");
        await output.WriteLineAsync(Line(GeneratedCohort.Of(500, 7, 1, 1), warm: 5, turns: 15));
        await output.WriteLineAsync(Line(GeneratedCohort.Of(10_000, 17, 2, 2), warm: 0, turns: 3));
        await output.WriteLineAsync(Line(Weightless(GeneratedCohort.Of(10_000, 17, 2, 2)), warm: 0, turns: 3, "all scores equal"));
    }

    /// <summary>As in a scheme that weighs nothing: the tie-break has to choose between very many equal matches.</summary>
    private static MatchingRequest Weightless(MatchingRequest request) =>
        request with { Rules = request.Rules with { Weights = Enum.GetValues<Factor>().ToDictionary(f => f, _ => 0.0) } };

    private static string Line(MatchingRequest request, int warm, int turns, string note = "")
    {
        for (var i = 0; i < warm; i++)
        {
            Matcher.Match(request);
        }

        var times = new List<double>();
        var result = Matcher.Match(request);
        for (var turn = 0; turn < turns; turn++)
        {
            var watch = Stopwatch.StartNew();
            result = Matcher.Match(request);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 >> 20;
        var side = request.People.Count / 2;
        var allowed = 100.0 * Readiness.Check(request).AllowedPairs / ((double)side * side);
        return $"| {side:#,0} × {side:#,0}{(note.Length > 0 ? ", " + note : "")} | {allowed:0.0} % | "
            + $"{times.Order().ElementAt(turns / 2):#,0} ms | {times.Max():#,0} ms "
            + $"| {result.Objectives.Pairs:#,0} pairs, {result.Objectives.Conflicts} conflicts | "
            + $"{(CertificateCheck.Proves(request, result) ? "yes" : "NO")} | {peak} MB |";
    }
}
