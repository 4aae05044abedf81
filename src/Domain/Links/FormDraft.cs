using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Links;

/// <summary>
/// A form that somebody began and wishes to finish later: what was typed, as it would be posted. Nobody is shown it but its author, once
/// they
/// typed their address.
/// </summary>
public sealed record FormDraft : IDocument, IWritten
{
    public const string DocumentKind = "draft";

    public required string CohortId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The key of the form.</summary>
    public required string Purpose { get; init; }

    /// <summary>The session or reflection, counted from 1; else 0.</summary>
    public int Number { get; init; }

    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    /// <summary>When it was saved (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>With the link it was saved through (UTC).</summary>
    public required DateTimeOffset Expires { get; init; }

    public string Id => DocumentIdOf(PersonId, Purpose, Number);

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;

    public DateTimeOffset? ExpiresAt => Expires;

    public static string DocumentIdOf(string personId, string purpose, int number) => $"draft-{personId}-{purpose}-{number}";
}
