using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Agreements;

/// <summary>
/// One of the two's side of their partnership agreement (T7, J5): what they last put their name to. It holds as soon as both put their
/// names to the same. Each side is erased with its own person; nobody beside the two reads it.
/// </summary>
public sealed record Agreement : IDocument, IWritten
{
    public const string DocumentKind = "agreement";

    public required string CohortId { get; init; }

    public required string PairId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>What the person put their name to last, whether or not their partner has.</summary>
    public required AgreementTerms Offered { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What both had put their names to last; null: nothing yet. Another takes its place only when both sign that.</summary>
    public AgreementTerms? InForce { get; init; }

    public string Id => IdOf(PairId, PersonId);

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;

    public static string IdOf(string pairId, string personId) => $"agreement-{pairId}-{personId}";
}

/// <param name="Goals">What the two want to reach.</param>
/// <param name="Rhythm">How often, how long and where they meet, and how they move a session.</param>
/// <param name="Boundaries">What they talk about, and what they leave out.</param>
/// <param name="Sharing">What may be shared outside the pair.</param>
public sealed record AgreementTerms(string Goals, string Rhythm, string Boundaries, SharingOutside Sharing);

public enum SharingOutside
{
    Nothing,

    /// <summary>Themes without examples, of which nobody can tell whose they are.</summary>
    Themes,

    /// <summary>Only what both release, piece by piece; either can take it back.</summary>
    Released,
}
