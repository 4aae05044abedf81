using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.People;

/// <summary>
/// That somebody at an address has left of their own accord: nothing is sent there again, whichever file names it. Of the address only a
/// hash is kept, together with the cohort's id, until the cohort's time is over.
/// </summary>
public sealed record LeftAddress : IDocument
{
    public const string DocumentKind = "left-address";

    public required string CohortId { get; init; }

    public required string Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Expires { get; init; }

    public string Kind => DocumentKind;

    public DateTimeOffset? ExpiresAt => Expires;

    /// <param name="expires">UTC; when the cohort's time is over.</param>
    public static LeftAddress Of(Person person, DateTimeOffset expires) =>
        new() { CohortId = person.CohortId, Id = IdOf(person.CohortId, person.Email), Expires = expires };

    public static string IdOf(string cohortId, string email) =>
        $"left-{Digest.Of($"{cohortId} {EmailAddress.KeyOf(email)}")}";
}
