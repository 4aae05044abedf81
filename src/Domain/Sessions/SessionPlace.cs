using System.Globalization;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Sessions;

/// <summary>Where the two of a pair mean to meet, as one of them typed it: for the two alone, and erased with who typed it.</summary>
public sealed record SessionPlace : IDocument
{
    public const string DocumentKind = "session-place";

    public required string CohortId { get; init; }

    public required string PairId { get; init; }

    /// <summary>The session, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who typed it (an id).</summary>
    public required string PersonId { get; init; }

    public required string Place { get; init; }

    public string Id => IdOf(PairId, Number);

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;

    public static string IdOf(string pairId, int session) =>
        string.Create(CultureInfo.InvariantCulture, $"session-place-{pairId}-{session}");
}
