namespace ReverseMentoring.Domain.Documents;

/// <summary>Something the store keeps: found by cohort and id, listed by cohort and kind.</summary>
public interface IDocument
{
    string CohortId { get; }

    string Id { get; }

    string Kind { get; }

    /// <summary>
    /// Whose it is (a person's id): erased with them. Null for what names nobody, or only by ids that lead nowhere after an erasure.
    /// </summary>
    string? OwnerId => null;

    /// <summary>From this instant (UTC) on the store no longer gives it out; null: until it is deleted.</summary>
    DateTimeOffset? ExpiresAt => null;
}
