using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Pairs;

/// <summary>What the coordinator decided about this cohort's matching, on top of the scheme. Holds ids only.</summary>
public sealed record CoordinatorRules : IDocument
{
    public const string DocumentId = "matching-rules";

    public required string CohortId { get; init; }

    /// <summary>Raised by one with every change; 0: nothing decided yet.</summary>
    public int Version { get; init; }

    public IReadOnlyList<PairOf> Pins { get; init; } = [];

    public IReadOnlyList<PairOf> Forbids { get; init; } = [];

    /// <summary>Weights that take the place of the scheme's.</summary>
    public IReadOnlyDictionary<Factor, double> Weights { get; init; } = new Dictionary<Factor, double>();

    /// <summary>The point of the frontier that was chosen; null: the scheme's own order of objectives.</summary>
    public MatchingChoice? Choice { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public string Id => DocumentId;

    public string Kind => "matching-rules";
}
