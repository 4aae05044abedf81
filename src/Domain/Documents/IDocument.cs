namespace ReverseMentoring.Domain.Documents;

/// <summary>Something the store keeps: found by cohort and id, listed by cohort and kind.</summary>
public interface IDocument
{
    string CohortId { get; }

    string Id { get; }

    string Kind { get; }

    /// <summary>From this instant (UTC) on the store no longer gives it out; null: until it is deleted.</summary>
    DateTimeOffset? ExpiresAt => null;
}
