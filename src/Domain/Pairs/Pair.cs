using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Pairs;

/// <summary>A reverse mentor and a reverse mentee who were matched and told so. Holds ids only.</summary>
public sealed record Pair : IDocument
{
    public const string DocumentKind = "pair";

    public required string CohortId { get; init; }

    /// <summary>"pair-07": also how coordinators hear of it, as "Pair 7".</summary>
    public required string Id { get; init; }

    public required string MentorId { get; init; }

    public required string MenteeId { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>Something to avoid, such as a regular court, could not be avoided (J23).</summary>
    public bool HasConflict { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It ended with its last session, not early.</summary>
    public bool Completed { get; init; }

    /// <summary>Since when neither is asked about sessions or reminded of them (UTC); null: they are.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>When a coordinator ended it (UTC); a step then carries that out.</summary>
    public DateTimeOffset? EndAskedAt { get; init; }

    /// <summary>By session number, counted from 1; a session nobody answered about is absent.</summary>
    public IReadOnlyDictionary<int, SessionAnswers> Sessions { get; init; } = new Dictionary<int, SessionAnswers>();

    /// <summary>When the two mean to meet, by session number, as one of them said.</summary>
    public IReadOnlyDictionary<int, SessionDate> Dates { get; init; } = new Dictionary<int, SessionDate>();

    public string Kind => DocumentKind;

    [JsonIgnore]
    public bool IsRunning => EndedAt is null;

    [JsonIgnore]
    public bool IsPaused => PausedAt is not null;

    [JsonIgnore]
    public string NumberInWords => Id[(Id.LastIndexOf('-') + 1)..].TrimStart('0');

    public bool Includes(string personId) => MentorId == personId || MenteeId == personId;

    public string PartnerOf(string personId) =>
        personId == MentorId ? MenteeId
        : personId == MenteeId ? MentorId
        : throw new ArgumentException("This person is not in the pair.", nameof(personId));

    /// <summary>Ends it early.</summary>
    public Pair End(DateTimeOffset at) => IsRunning ? this with { EndedAt = at } : this;

    public Pair Pause(DateTimeOffset at) => IsPaused ? this : this with { PausedAt = at };

    public Pair Resume() => IsPaused ? this with { PausedAt = null } : this;

    public Pair AskToEnd(DateTimeOffset at) => EndAskedAt is null ? this with { EndAskedAt = at } : this;

    /// <summary>Ends it with its last session.</summary>
    public Pair Complete(DateTimeOffset at) => IsRunning ? this with { EndedAt = at, Completed = true } : this;

    /// <summary>The pair with one person's answer to "did you meet?"; the last answer of each counts.</summary>
    /// <param name="session">Counted from 1.</param>
    public Pair Answer(string personId, int session, bool met, DateTimeOffset now)
    {
        var answers = Sessions.GetValueOrDefault(session) ?? new SessionAnswers(null, null);
        answers = personId == MentorId
            ? answers with { MentorSaysMet = met, MentorAnsweredAt = now }
            : answers with { MenteeSaysMet = met, MenteeAnsweredAt = now };
        return this with { Sessions = new Dictionary<int, SessionAnswers>(Sessions) { [session] = answers } };
    }

    /// <summary>The date of a session that stands; null: none was named, or it was cancelled.</summary>
    public SessionDate? DateOf(int session) => Dates.GetValueOrDefault(session) is { IsCancelled: false } date ? date : null;

    /// <summary>How often the date of a session was named, moved or cancelled; 0: never.</summary>
    public int DateSequence(int session) => Dates.GetValueOrDefault(session)?.Sequence ?? 0;

    public Pair Name(int session, SessionDate date) =>
        this with { Dates = new Dictionary<int, SessionDate>(Dates) { [session] = date } };

    /// <summary>What a person said about a session; null: nothing yet.</summary>
    public bool? AnswerOf(string personId, int session) => Sessions.GetValueOrDefault(session) is not { } answers ? null
        : personId == MentorId ? answers.MentorSaysMet
        : answers.MenteeSaysMet;

    public DateTimeOffset? AnsweredAt(string personId, int session) => Sessions.GetValueOrDefault(session) is not { } answers ? null
        : personId == MentorId ? answers.MentorAnsweredAt
        : answers.MenteeAnsweredAt;

    public bool HasMet(int session) => Sessions.TryGetValue(session, out var answers) && answers.Met;
}

/// <summary>When the two of a pair mean to meet. Where is in a document of its own, since somebody typed it.</summary>
/// <param name="At">Local time in the cohort's zone.</param>
/// <param name="Sequence">Counts from 1 how often it was named, moved or cancelled.</param>
/// <param name="By">Who did so last (an id).</param>
/// <param name="Said">UTC; when.</param>
public sealed record SessionDate(DateTime At, int Minutes, int Sequence, string By, DateTimeOffset Said)
{
    public bool IsCancelled { get; init; }

    /// <summary>The reverse mentor was sent an entry for their calendar, and so hears of each change.</summary>
    public bool MentorHasEntry { get; init; }

    /// <inheritdoc cref="MentorHasEntry"/>
    public bool MenteeHasEntry { get; init; }
}

/// <summary>What the two said to "did you meet?"; null: no answer yet. Never what was said in the session (invariant 7).</summary>
public sealed record SessionAnswers(bool? MentorSaysMet, bool? MenteeSaysMet)
{
    /// <summary>One of the two saying so is enough.</summary>
    [JsonIgnore]
    public bool Met => MentorSaysMet == true || MenteeSaysMet == true;

    /// <summary>When each gave the answer that stands: one's receipt must not change with the partner's answer.</summary>
    public DateTimeOffset? MentorAnsweredAt { get; init; }

    public DateTimeOffset? MenteeAnsweredAt { get; init; }

    [JsonIgnore]
    public bool Heard => MentorSaysMet is not null || MenteeSaysMet is not null;
}
