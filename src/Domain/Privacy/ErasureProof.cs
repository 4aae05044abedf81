using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Privacy;

/// <summary>
/// What stays after a person is erased: that it was done, when, why and how much, about an id that no longer leads to anyone.
/// </summary>
public sealed record ErasureProof : IDocument
{
    public const string DocumentKind = "erasure";

    public required string CohortId { get; init; }

    public required string PersonId { get; init; }

    public required ErasureReason Because { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Documents removed, by kind.</summary>
    public required IReadOnlyDictionary<string, int> Removed { get; init; }

    public string Id => DocumentIdOf(PersonId);

    public string Kind => DocumentKind;

    public static string DocumentIdOf(string personId) => $"erasure-{personId}";
}

public enum ErasureReason
{
    /// <summary>The retention clock ran out (J27).</summary>
    Retention,

    /// <summary>The person withdrew (J28).</summary>
    Withdrawal,

    /// <summary>The person never took up the invitation.</summary>
    NotTakenUp,
}
