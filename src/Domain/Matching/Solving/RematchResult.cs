using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>What a re-match may do to pairs that were already told about each other.</summary>
public enum RematchPolicy
{
    /// <summary>Keep as many released pairs as can be kept; then the four objectives.</summary>
    FewestChanges,

    /// <summary>Make the most pairs; among those keep as many released pairs as can be kept; then conflicts, floor and total.</summary>
    MostPairs,
}

/// <param name="Result">The new match as a whole.</param>
/// <param name="Kept">Released pairs that stay.</param>
/// <param name="Ended">Released pairs that end: broken by circumstance, or given up so that more people have a pair.</param>
/// <param name="Started">Pairs that are new.</param>
public sealed record RematchResult(
    MatchingResult Result,
    IReadOnlyList<PairOf> Kept,
    IReadOnlyList<EndedPair> Ended,
    IReadOnlyList<PairOf> Started);

/// <param name="Allowed">Whether the rules would still have allowed the pair.</param>
/// <param name="Sentence">Why it ends, for the coordinator.</param>
public sealed record EndedPair(PairOf Pair, bool Allowed, string Sentence);
