using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Time;

namespace ReverseMentoring.Domain.Pairs;

/// <summary>
/// A released match that still needs somebody's consent. It becomes a <see cref="Pair"/> when all have agreed; one that does not come about
/// never
/// was a pair. Holds ids only.
/// </summary>
/// <remarks>
/// Nobody but the person themselves can see who declined, or that anybody did: to everyone else an offer stays open until the last of
/// the two could have answered, and is not available from then on.
/// </remarks>
public sealed record MatchOffer : IDocument
{
    public const string DocumentKind = "offer";

    public required string CohortId { get; init; }

    /// <summary>The pair it will become, "pair-07".</summary>
    public required string PairId { get; init; }

    public required string MentorId { get; init; }

    public required string MenteeId { get; init; }

    public bool HasConflict { get; init; }

    public required ConsentMode Consent { get; init; }

    /// <summary>The version of the proposal it was released with.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>UTC; by when both could have answered, fixed at the release. Null in offers of an earlier version of the service.</summary>
    public DateTimeOffset? LastAnswerBy { get; init; }

    public required ConsentQuestion Mentor { get; init; }

    public required ConsentQuestion Mentee { get; init; }

    /// <summary>When it came to nothing: it was given up, somebody left, the coordinator decided otherwise.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public string Id => IdOf(PairId);

    public string Kind => DocumentKind;

    /// <summary>All have agreed, and nothing else came between.</summary>
    [JsonIgnore]
    public bool IsAgreed => ClosedAt is null && Mentor.Answer == ConsentAnswer.Agreed && Mentee.Answer == ConsentAnswer.Agreed;

    /// <summary>Neither agreed nor given up, whatever has been answered.</summary>
    [JsonIgnore]
    public bool IsOpen => ClosedAt is null && !IsAgreed;

    /// <summary>
    /// When a match that not both have agreed to is given up (UTC): the same whoever said no, and if nobody said anything.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset GivenUpAt => Later(Later(LastAnswerBy, Mentor.AnswerBy), Mentee.AnswerBy) ?? ReleasedAt;

    public static string IdOf(string pairId) => $"offer-{pairId}";

    public bool Includes(string personId) => MentorId == personId || MenteeId == personId;

    public string PartnerOf(string personId) => personId == MentorId ? MenteeId : MentorId;

    public ConsentQuestion QuestionOf(string personId) => personId == MentorId ? Mentor : Mentee;

    public MatchOffer With(string personId, ConsentQuestion question) =>
        personId == MentorId ? this with { Mentor = question } : this with { Mentee = question };

    /// <summary>The offer with a person's answer; the same where it is not theirs to give now, or was given already.</summary>
    public MatchOffer Answered(string personId, ConsentAnswer answer, DateTimeOffset now)
    {
        var question = QuestionOf(personId);
        return !IsOpen || question.AskedAt is null || question.Answer is var given && (given == answer || given == ConsentAnswer.Declined)
            || now >= question.AnswerBy + Deadlines.Grace
            ? this
            : With(personId, question with { Answer = answer, AnsweredAt = now });
    }

    /// <summary>
    /// The offer declined by a person, with their wish to be considered again, which counts from when the match is given up.
    /// </summary>
    public MatchOffer Declined(string personId, bool waits, DateTimeOffset now)
    {
        var declined = Answered(personId, ConsentAnswer.Declined, now);
        return ReferenceEquals(declined, this)
            ? this
            : declined.With(personId, declined.QuestionOf(personId) with { WouldWait = waits });
    }

    /// <summary>Asks the reverse mentee, once, while the offer is open and the reverse mentor willing.</summary>
    public MatchOffer AskMentee(DateTimeOffset at, int days) =>
        this is { IsOpen: true, Mentor.Answer: ConsentAnswer.Agreed, Mentee.AskedAt: null }
            // However late the reverse mentor agreed, the match is given up at the time that was fixed at the release.
            ? this with { Mentee = ConsentQuestion.Ask(at, days).Until(LastAnswerBy) }
            : this;

    /// <summary>The pair that comes of it.</summary>
    public Pair ToPair(DateTimeOffset releasedAt) => new()
    {
        CohortId = CohortId,
        Id = PairId,
        MentorId = MentorId,
        MenteeId = MenteeId,
        HasConflict = HasConflict,
        ReleasedAt = releasedAt,
    };

    /// <summary>Closes an offer of which no pair was made.</summary>
    public MatchOffer Closed(DateTimeOffset at) => ClosedAt is null ? this with { ClosedAt = at } : this;

    /// <summary>Since when nothing more can be answered; null while it is open.</summary>
    [JsonIgnore]
    public DateTimeOffset? SettledAt => IsOpen ? null : ClosedAt ?? Later(Mentor.AnsweredAt, Mentee.AnsweredAt);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}

/// <param name="AskedAt">When the person was asked; null: not yet, and they know nothing of the match.</param>
public sealed record ConsentQuestion(DateTimeOffset? AskedAt, DateTimeOffset? AnswerBy)
{
    public static readonly ConsentQuestion NotAsked = new(null, null);

    public ConsentAnswer Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Of somebody who declined: whether they wish for another match.</summary>
    public bool WouldWait { get; init; }

    public static ConsentQuestion Ask(DateTimeOffset at, int days) => new(at, Deadline(at, days));

    /// <summary>
    /// So many days later, at the nearest half hour: nobody is given until twelve minutes past five. Rounded up, the time of somebody asked
    /// some seconds after the last moment for the other would end half an hour after everybody else's, and tell that the other agreed.
    /// </summary>
    public static DateTimeOffset Deadline(DateTimeOffset at, int days)
    {
        var by = at.AddDays(days);
        var nearest = by.AddMinutes(15);
        return nearest.AddTicks(-(nearest.Ticks % TimeSpan.FromMinutes(30).Ticks));
    }

    /// <summary>The same, to be answered by an instant at the latest (UTC; null: none is set).</summary>
    internal ConsentQuestion Until(DateTimeOffset? latest) => AnswerBy > latest ? this with { AnswerBy = latest } : this;
}

public enum ConsentAnswer
{
    None,
    Agreed,
    Declined,
}
