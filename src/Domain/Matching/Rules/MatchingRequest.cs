using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>Everything a match depends on. The same people, ranks and rules give the same result in any order.</summary>
public sealed record MatchingRequest(IReadOnlyList<MatchPerson> People, RankScale Ranks, MatchingRules Rules)
{
    /// <summary>Another point of the frontier the coordinator chose; null for the scheme's own order of objectives.</summary>
    public MatchingChoice? Choice { get; init; }
}

/// <summary>A point of the frontier as an instruction: it is what the record of the choice keeps.</summary>
/// <param name="Pairs">The most pairs to make.</param>
/// <param name="FloorAtLeast">No pair outside the pins may score less than this, in thousandths of a weight point.</param>
/// <param name="Prefer">What counts first once the pairs and the floor are set.</param>
public sealed record MatchingChoice(int Pairs, long FloorAtLeast, Preference Prefer);

public enum Preference
{
    FewestConflicts,
    HighestTotal,
}
