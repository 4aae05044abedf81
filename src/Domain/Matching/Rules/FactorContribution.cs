namespace ReverseMentoring.Domain.Matching.Rules;

/// <param name="Points">What the factor added, in thousandths of a weight point.</param>
/// <param name="OutOf">The most it could have added.</param>
public sealed record FactorContribution(Factor Factor, long Points, long OutOf);
