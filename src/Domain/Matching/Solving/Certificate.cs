namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>
/// Proofs by linear-programming duality that a result is best, for anyone to check without solving anything: <see cref="CertificateCheck"/>
/// does.
/// </summary>
/// <param name="PairsAndConflicts">No match makes more pairs, or as many with fewer conflicts.</param>
/// <param name="NoHigherFloor">With every pair above the floor, pairs or conflicts would be worse; null when a pin or the scores end it
/// there.</param>
/// <param name="Total">At this floor no match with these pairs and conflicts scores more.</param>
public sealed record Certificate(DualProof PairsAndConflicts, DualProof? NoHigherFloor, DualProof Total);

/// <summary>
/// Prices, at most 0, of a place of each reverse mentor and reverse mentee that has one, in id order. The cost of a pair is
/// conflicts·ConflictWorth − score·ScoreWorth − PairWorth; whatever pairs one makes, they cost at least the prices of all places plus, for
/// each
/// pair that costs less than its two prices, the difference.
/// </summary>
/// <param name="FloorAtLeast">The proof speaks of pairs that score at least this, the pins aside.</param>
public sealed record DualProof(
    long FloorAtLeast,
    long PairWorth,
    long ConflictWorth,
    int ScoreWorth,
    IReadOnlyList<long> MentorPrices,
    IReadOnlyList<long> MenteePrices);
