using System.Globalization;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Sessions;

/// <summary>
/// What a reverse mentor asks their partner to read or think about before a session (J13): for the two alone, and erased with the
/// reverse mentor.
/// </summary>
public sealed record SessionPreparation : IDocument
{
    public const string DocumentKind = "session-preparation";

    public required string CohortId { get; init; }

    public required string PairId { get; init; }

    /// <summary>The session, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The reverse mentor (an id).</summary>
    public required string PersonId { get; init; }

    public required string Text { get; init; }

    public string Id => IdOf(PairId, Number);

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;

    public static string IdOf(string pairId, int session) =>
        string.Create(CultureInfo.InvariantCulture, $"session-preparation-{pairId}-{session}");
}
