using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>What to solve: the allowed pairs, which of them are fixed, and what counts.</summary>
internal sealed record SolveTask(CandidatePairs Pairs)
{
    /// <summary>Pairs that are in every solution.</summary>
    public int[] Pinned { get; init; } = [];

    /// <summary>
    /// Per pair, what counts right after the number of pairs, least wanted; the conflicts unless a re-match says otherwise.
    /// </summary>
    public int[] First { get; init; } = Pairs.Conflicts;

    /// <summary>Per pair, whether having it counts before everything else; empty when none does.</summary>
    public bool[] Bonus { get; init; } = [];

    public MatchingChoice? Choice { get; init; }

    /// <summary>The worst score among the pinned pairs.</summary>
    public int PinFloor => Pinned.Length == 0 ? int.MaxValue : Pinned.Min(p => Pairs.Score[p]);
}

/// <summary>The pairs of a solution, ascending, and the proofs that it is best (none for a re-match or a chosen point).</summary>
internal sealed record ExactSolution(int[] Chosen, Certificate? Certificate);
