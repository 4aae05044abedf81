using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Recruiting;

/// <summary>
/// Somebody who wishes to take part and is not in the cohort yet. It is erased by its own time, and when it has led to a place.
/// </summary>
public sealed record Application : IDocument
{
    public const string DocumentKind = "application";

    /// <summary>So long a person has to say, by the link in the email, that the application is theirs.</summary>
    public static readonly TimeSpan TimeToConfirm = TimeSpan.FromDays(7);

    /// <summary>So long one that was declined is kept, in case of a question.</summary>
    public static readonly TimeSpan KeptDeclined = TimeSpan.FromDays(30);

    public required string CohortId { get; init; }

    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required Wish Wish { get; init; }

    public string Organisation { get; init; } = "";

    /// <summary>What they do there, in their own words.</summary>
    public string Position { get; init; } = "";

    public string Why { get; init; } = "";

    /// <summary>What of the scheme's groups they count themselves among; told in counts alone (J1).</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Who put them forward; empty: nobody.</summary>
    public string NominatedBy { get; init; } = "";

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When they confirmed it by the link in their email (UTC); null: not yet, and nobody is shown it.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>UTC; null: it waits for an answer.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public ApplicationAnswer Answer { get; init; }

    /// <summary>What the coordinator says to the person beside what the email says; may be empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>UTC.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>What it is counted under once it is erased; it leads back to nobody.</summary>
    public required string CountId { get; init; }

    public string Kind => DocumentKind;

    public DateTimeOffset? ExpiresAt => Expires;

    /// <summary>An answer of the coordinator's is asked for, or was begun and did not come to its end.</summary>
    [JsonIgnore]
    public bool Waits => ConfirmedAt is not null
        && (AnsweredAt is null || (Answer == ApplicationAnswer.Accepted && Wish != Wish.Helper));

    /// <summary>Helps, or will: the coordinator is in touch with them.</summary>
    [JsonIgnore]
    public bool Helps => Wish == Wish.Helper && Answer == ApplicationAnswer.Accepted;

    /// <summary>The answer, once.</summary>
    public Application Answered(ApplicationAnswer answer, string words, DateTimeOffset at, DateTimeOffset expires) => AnsweredAt is null
        ? this with { AnsweredAt = at, Answer = answer, Words = words, Expires = expires }
        : this;

    /// <summary>What stays of it: nothing that leads to anybody.</summary>
    public Applied Count(ApplicationAnswer answer, DateTimeOffset expires) => new()
    {
        CohortId = CohortId,
        Id = $"applied-{CountId}",
        Wish = Wish,
        Organisation = Organisation,
        Groups = Groups,
        Answer = answer,
        Expires = expires,
    };
}

public enum ApplicationAnswer
{
    None,
    Accepted,
    Declined,

    /// <summary>Nobody answered it by the date by which it was to be answered.</summary>
    Late,

    /// <summary>The person took it back.</summary>
    Withdrawn,
}

/// <summary>Keeps an address to one application in a cohort, by its hash.</summary>
public sealed record ApplicantClaim : IDocument
{
    public required string CohortId { get; init; }

    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    /// <summary>UTC; with the application.</summary>
    public required DateTimeOffset Expires { get; init; }

    public string Kind => "applicant";

    public DateTimeOffset? ExpiresAt => Expires;

    public static string IdOf(string email) => $"applicant-{Digest.Of(People.EmailAddress.KeyOf(email))}";
}

/// <summary>That somebody applied, for counts: no name, no address, and no id of anybody.</summary>
public sealed record Applied : IDocument
{
    public const string DocumentKind = "applied";

    public required string CohortId { get; init; }

    public required string Id { get; init; }

    public required Wish Wish { get; init; }

    public required string Organisation { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    public required ApplicationAnswer Answer { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Expires { get; init; }

    public string Kind => DocumentKind;

    public DateTimeOffset? ExpiresAt => Expires;
}
