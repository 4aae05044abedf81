using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Bench.Matching;

/// <summary>What coordinators do without a solver, on the same allowed pairs; for people with room for one pair.</summary>
public static class SimpleWays
{
    /// <summary>Again and again the best-scoring pair of which both are still free.</summary>
    public static Objectives Greedy(MatchingRequest request) =>
        Take(AllowedPairs.Of(request)
            .OrderByDescending(p => p.Score).ThenBy(p => p.Mentor, StringComparer.Ordinal).ThenBy(p => p.Mentee, StringComparer.Ordinal));

    /// <summary>Each mentor in the order of signing up gets whoever of the allowed mentees signed up first and is still free.</summary>
    public static Objectives FirstCome(MatchingRequest request)
    {
        var order = request.People.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return Take(AllowedPairs.Of(request).OrderBy(p => order[p.Mentor]).ThenBy(p => order[p.Mentee]));
    }

    internal static async Task SamplesAsync(TextWriter output)
    {
        await output.WriteLineAsync("| sample | way | pairs | conflicts | worst pair | total |");
        await output.WriteLineAsync("|---|---|---:|---:|---:|---:|");
        foreach (var sample in SampleCohort.Names)
        {
            var request = SampleCohort.Of(sample);
            foreach (var (way, o) in new[] { ("exact", Matcher.Match(request).Objectives),
                ("greedy", Greedy(request)), ("first come", FirstCome(request)) })
            {
                await output.WriteLineAsync(
                    $"| {sample} | {way} | {o.Pairs} | {o.Conflicts} | {o.Floor / 1000.0:0.00} | {o.Total / 1000.0:0.0} |");
            }
        }
    }

    private static Objectives Take(IEnumerable<AllowedPair> inOrder)
    {
        var (mentors, mentees, taken) = (new HashSet<string>(), new HashSet<string>(), new List<AllowedPair>());
        foreach (var pair in inOrder)
        {
            if (mentors.Contains(pair.Mentor) || mentees.Contains(pair.Mentee))
            {
                continue;
            }

            mentors.Add(pair.Mentor);
            mentees.Add(pair.Mentee);
            taken.Add(pair);
        }

        return taken.Count == 0
            ? Objectives.None
            : new Objectives(taken.Count, taken.Sum(p => p.Conflicts), taken.Min(p => p.Score), taken.Sum(p => p.Score));
    }

    internal static async Task RunAsync(TextWriter output)
    {
        await SamplesAsync(output);
        await output.WriteLineAsync();
        await output.WriteLineAsync("| generated cohort | way | pairs | conflicts | worst pair | total |");
        await output.WriteLineAsync("|---|---|---:|---:|---:|---:|");
        foreach (var (side, needs, needed) in new[] { (41, 4, 1), (500, 8, 1) })
        {
            var request = GeneratedCohort.Of(side, needs, needed, 1);
            foreach (var (way, o) in new[] { ("exact", Matcher.Match(request).Objectives),
                ("greedy", Greedy(request)), ("first come", FirstCome(request)) })
            {
                await output.WriteLineAsync(
                    $"| {side} × {side} | {way} | {o.Pairs} | {o.Conflicts} | {o.Floor / 1000.0:0.00} | {o.Total / 1000.0:0.0} |");
            }
        }
    }
}
