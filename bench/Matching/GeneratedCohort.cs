using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Bench.Matching;

/// <summary>
/// A cohort from a seed: 20 ranks, teams, managers, courts, access needs that decide how many pairs are allowed, and a full portrait each.
/// </summary>
internal static class GeneratedCohort
{
    private const int Ranks = 20;

    /// <param name="needs">Access needs there are; each mentor has <paramref name="needed"/> of them, each mentee meets three.</param>
    public static MatchingRequest Of(int side, int needs, int needed, int seed)
    {
        var random = new Random(seed);
        var people = new List<MatchPerson>();
        for (var i = 0; i < side; i++)
        {
            people.Add(Person($"m{i:00000}", random) with { AccessRequired = Some(random, "need", needs, needed) });
            people.Add(Person($"s{i:00000}", random) with { Sides = Sides.Mentee, AccessOffered = Some(random, "need", needs, 3) });
        }

        return new MatchingRequest(
            people, RankScale.ForEveryone([.. Enumerable.Range(0, Ranks).Select(r => $"rank {r}")]), new MatchingRules());
    }

    private static MatchPerson Person(string id, Random random) => new(id, "One", $"rank {random.Next(Ranks)}")
    {
        Team = $"team {random.Next(200)}",
        ManagerChain = [$"s{random.Next(500):00000}", $"s{random.Next(500):00000}"],
        Conflicts = Some(random, "court:", 60, random.Next(4)),
        Topics = Some(random, "topic", 20, 4),
        Goals = Some(random, "goal", 10, 2),
        SkillsOffered = Some(random, "skill", 15, 3),
        SkillsWanted = Some(random, "skill", 15, 3),
        Interests = Some(random, "interest", 30, 4),
        Location = $"town {random.Next(8)}",
        Modes = Some(random, "mode", 3, 2),
        Times = Some(random, "time", 10, 4),
        Differences = new Dictionary<string, string> { ["ethnicity"] = $"e{random.Next(5)}", ["disability"] = $"d{random.Next(2)}" },
    };

    private static List<string> Some(Random random, string word, int of, int count)
    {
        var some = new HashSet<string>();
        while (some.Count < Math.Min(count, of))
        {
            some.Add(word + random.Next(of));
        }

        return [.. some];
    }
}
