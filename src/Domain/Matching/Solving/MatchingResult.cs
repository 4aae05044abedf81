using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>A proposal, or the problems that prevent one (then there are no pairs and nobody was considered).</summary>
public sealed record MatchingResult(
    IReadOnlyList<MatchedPair> Pairs,
    IReadOnlyList<UnmatchedPerson> Unmatched,
    Objectives Objectives,
    Certificate? Certificate,
    IReadOnlyList<MatchingProblem> Problems)
{
    public bool IsSolved => Problems.Count == 0;

    internal static MatchingResult Refused(IReadOnlyList<MatchingProblem> problems) => new([], [], Objectives.None, null, problems);
}

/// <summary>A proposed pair. Scores are whole thousandths of a weight point.</summary>
/// <param name="Factors">What each factor added; for coordinators. Explain.Pair gives what a participant may see.</param>
/// <param name="Conflicts">Connections both have (J23), each with its reason.</param>
public sealed record MatchedPair(
    string Mentor,
    string Mentee,
    long Score,
    IReadOnlyList<FactorContribution> Factors,
    IReadOnlyList<PairConflict> Conflicts,
    bool Pinned);

/// <param name="Connection">The shared connection as the reverse mentor wrote it, "court:…".</param>
public sealed record PairConflict(string Connection, string Sentence);

/// <param name="PlacesLeft">How many more pairs the person could have been in on this side.</param>
public sealed record UnmatchedPerson(string Person, Sides Side, int PlacesLeft, UnmatchedReason Reason, string Sentence);

public enum UnmatchedReason
{
    /// <summary>No rule lets this person be with anyone on the other side.</summary>
    NoPossiblePartner,

    /// <summary>All possible partners are in other pairs and no rearrangement makes more pairs.</summary>
    PartnersTaken,

    /// <summary>The chosen point of the frontier makes fewer pairs than could be made.</summary>
    LeftOutByChoice,
}

/// <summary>The four objectives, in the order in which they count.</summary>
/// <param name="Conflicts">Shared connections over all pairs (J23).</param>
/// <param name="Floor">The score of the worst pair, in thousandths of a weight point; 0 when there are no pairs.</param>
/// <param name="Total">The sum of the scores.</param>
public sealed record Objectives(int Pairs, int Conflicts, long Floor, long Total)
{
    public static Objectives None { get; } = new(0, 0, 0, 0);
}
