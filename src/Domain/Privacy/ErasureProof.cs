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

    /// <summary>Documents removed, by kind; complete once nothing is left.</summary>
    public required IReadOnlyDictionary<string, int> Removed { get; init; }

    /// <summary>
    /// Ids of what has been found to be removed, while the erasure is under way: cut short and taken up again, it counts nothing twice.
    /// </summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>The proof with what was found to go counted.</summary>
    public ErasureProof WithFound(IEnumerable<OwnedDocument> found)
    {
        var fresh = found.Where(d => !Found.Contains(d.Id)).ToList();
        var removed = new Dictionary<string, int>(Removed, StringComparer.Ordinal);
        foreach (var kind in fresh.GroupBy(d => d.Kind, StringComparer.Ordinal))
        {
            removed[kind.Key] = removed.GetValueOrDefault(kind.Key) + kind.Count();
        }

        return fresh.Count == 0 ? this : this with { Removed = removed, Found = [.. Found, .. fresh.Select(d => d.Id)] };
    }

    /// <summary>Nothing is left.</summary>
    public ErasureProof Finished() => Found.Count == 0 ? this : this with { Found = [] };

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

    /// <summary>The person said that the invitation is not for them.</summary>
    Declined,

    /// <summary>The coordinator took the person off.</summary>
    Removed,

    /// <summary>The cohort was never started, and was deleted, or its time was over.</summary>
    Draft,
}
