using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Links;

/// <summary>
/// What an emailed link opens: one purpose for one person in one cohort. Only the hash of its secret is stored, as the id.
/// </summary>
public sealed record LinkGrant : IDocument
{
    public const string DocumentKind = "link";

    /// <summary>A used link no longer names anybody; it keeps giving the same receipt until it expires.</summary>
    public const string Nobody = "nobody";

    public required string CohortId { get; init; }

    /// <summary>"link-" and the SHA-256 of the secret, in hexadecimal.</summary>
    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The key of the form that it opens.</summary>
    public required string Purpose { get; init; }

    /// <summary>The pair, for a session check.</summary>
    public string? PairId { get; init; }

    /// <summary>The session or reflection, counted from 1.</summary>
    public int Number { get; init; }

    /// <summary>Whom a link of the coordinator's is about (a person's id).</summary>
    public string? AboutId { get; init; }

    /// <summary>UTC; from then on it looks like an unknown link.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When somebody left through it; by then it names nobody any more.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => PersonId;

    public DateTimeOffset? ExpiresAt => Expires;

    /// <summary>The link once somebody has left through it, by the form that has this key.</summary>
    public LinkGrant UseUp(string purpose, DateTimeOffset at, TimeSpan grace) =>
        this with { PersonId = Nobody, Purpose = purpose, UsedAt = at, Expires = at + grace };
}
