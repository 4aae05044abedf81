using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.People;

// Over 200 lines because it holds all that is known of a person, and each way in which that changes.
/// <summary>A participant. All that this system knows about them hangs on <see cref="Id"/>, which says nothing about them.</summary>
public sealed record Person : IDocument
{
    public const string DocumentKind = "person";

    public required string CohortId { get; init; }

    /// <summary>Opaque; the only thing about a person that orchestrations, traces and logs may hold.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required Roles Roles { get; init; }

    public required string Organisation { get; init; }

    /// <summary>A rank name on the organisation's scale in the scheme.</summary>
    public required string Rank { get; init; }

    public string Team { get; init; } = "";

    /// <summary>Email addresses or names of the people above, nearest first, as the organisation gave them.</summary>
    public IReadOnlyList<string> ManagerChain { get; init; } = [];

    /// <summary>Courts, chambers or clients known before the pen portrait (J23).</summary>
    public IReadOnlyList<string> Courts { get; init; } = [];

    /// <summary>What the coordinator knows for the matching; special-category data never comes this way.</summary>
    public MatchingProfile Profile { get; init; } = new();

    /// <summary>Email addresses of people they were a pair with in an earlier cohort.</summary>
    public IReadOnlyList<string> PastPartners { get; init; } = [];

    /// <summary>
    /// Ids of the matches that were ever released for them, so that a page about them reads those alone; null in a document of an earlier
    /// version, which has to look for them.
    /// </summary>
    public IReadOnlyList<string>? MatchIds { get; init; }

    /// <summary>The most pairs the person can be reverse mentor in.</summary>
    public int MentorPlaces { get; init; } = 1;

    /// <summary>The most pairs the person can be reverse mentee in.</summary>
    public int MenteePlaces { get; init; } = 1;

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>A late joiner's own time to send the pen portrait (UTC); null: the cohort's deadline.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    public PenPortrait? Portrait { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>
    /// When it becomes final that the person leaves (UTC), where their scheme gives time to come back: until then nothing is sent and they
    /// are not matched, and nothing is erased. It stays when they withdraw for good.
    /// </summary>
    public DateTimeOffset? LeavesAt { get; init; }

    /// <summary>When the person came back after they had left (UTC).</summary>
    public DateTimeOffset? CameBackAt { get; init; }

    /// <summary>Not the person withdrew: the coordinator took them off.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The person did not leave: they said that the invitation is not for them.</summary>
    public bool HasDeclined { get; init; }

    /// <summary>When a coordinator corrected the address (UTC); null: it is the first one.</summary>
    public DateTimeOffset? AddressSince { get; init; }

    /// <summary>
    /// When somebody else moved the person to another address (UTC). What was written before stays closed to links that are sent there:
    /// whoever reads that address may not be the person.
    /// </summary>
    public DateTimeOffset? SealedBefore { get; init; }

    /// <summary>
    /// What the last address is called (<see cref="AddressClaim.IdOf"/>) that was the person's own beyond doubt, while they are sealed:
    /// moved
    /// back to it, they are not.
    /// </summary>
    public string? ProvenAddress { get; init; }

    /// <summary>When the person said, from an address that was theirs, that the new one is too (UTC).</summary>
    public DateTimeOffset? MoveConfirmedAt { get; init; }

    /// <summary>Since when the mail provider no longer delivers to the address (UTC); nothing is sent to it.</summary>
    public DateTimeOffset? SuppressedAt { get; init; }

    /// <summary>When they applied by themselves (UTC); null: the coordinator added them. For a senior it is their own wish (J4).</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>What the coordinator said to them with the place; may be empty.</summary>
    public string AcceptedWith { get; init; } = "";

    /// <summary>End of this person's own mentoring, from which the retention clock runs (J27).</summary>
    public DateTimeOffset? MentoringEndedAt { get; init; }

    /// <summary>Since when the person, for whom no match came about, wishes to be considered again; null: they do not.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>When the person last said whether they wish to wait; null: not yet.</summary>
    public DateTimeOffset? WaitingAnsweredAt { get; init; }

    /// <summary>Reflection number to when it was answered or declined.</summary>
    public IReadOnlyDictionary<int, DateTimeOffset> Reflected { get; init; } = new Dictionary<int, DateTimeOffset>();

    /// <summary>Reflection number to whether the person felt safe and heard; only for what is told in counts.</summary>
    public IReadOnlyDictionary<int, Pulse> Pulses { get; init; } = new Dictionary<int, Pulse>();

    /// <summary>What they said when they looked back, by the session after which they did.</summary>
    public IReadOnlyDictionary<int, LookBack> LookBacks { get; init; } = new Dictionary<int, LookBack>();

    public DateTimeOffset? EvaluatedAt { get; init; }

    /// <summary>What they said of gatherings, and whether they were there, by the gathering's name among the cohort's steps.</summary>
    public IReadOnlyDictionary<string, GatheringPart> Gatherings { get; init; } = new Dictionary<string, GatheringPart>();

    /// <summary>When the person stopped reminders (RFC 8058); everything else goes on.</summary>
    public DateTimeOffset? NudgesPausedAt { get; init; }

    public string Kind => DocumentKind;

    string? IDocument.OwnerId => Id;

    [JsonIgnore]
    public bool NudgesPaused => NudgesPausedAt is not null;

    [JsonIgnore]
    public bool IsMentor => Roles.HasFlag(Roles.ReverseMentor);

    [JsonIgnore]
    public bool IsMentee => Roles.HasFlag(Roles.ReverseMentee);

    /// <summary>In the scheme: not withdrawn, nor about to. (Whoever never answered is no longer stored at all.)</summary>
    [JsonIgnore]
    public bool TakesPart => WithdrawnAt is null && LeavesAt is null;

    /// <summary>Has left, and can still come back.</summary>
    [JsonIgnore]
    public bool IsLeaving => WithdrawnAt is null && LeavesAt is not null;

    /// <summary>As they call themselves, else as the coordinator does.</summary>
    [JsonIgnore]
    public string GoesBy => Portrait?.Name ?? Name;

    /// <summary>Whether somebody typed the person's own address, in whatever case.</summary>
    public bool IsAt(string typed) => EmailAddress.Parse(typed) is { } address && address.Key == EmailAddress.Parse(Email)?.Key;

    /// <summary>Starts the person's retention clock, once.</summary>
    public Person EndMentoring(DateTimeOffset at) => MentoringEndedAt is null ? this with { MentoringEndedAt = at } : this;

    /// <summary>No match came about for somebody who was willing: they are considered again unless they say otherwise.</summary>
    public Person Wait(DateTimeOffset at) => WaitingSince is null ? this with { WaitingSince = at } : this;

    /// <summary>The person with their wish to wait or not; the same where they had said so already.</summary>
    public Person AnswerWaiting(bool waits, DateTimeOffset now) => WaitingAnsweredAt is not null && WaitingSince is not null == waits
        ? this
        : this
            with
        { WaitingSince = waits ? WaitingSince ?? now : null, WaitingAnsweredAt = now, MentoringEndedAt = MentoringEndedAt ?? now };

    /// <summary>A match was released for them, which they may yet be asked about.</summary>
    public Person Offered(string pairId) =>
        MatchIds is null || MatchIds.Contains(pairId) ? this : this with { MatchIds = [.. MatchIds, pairId] };

    /// <summary>In a pair now: neither waiting nor about to be erased.</summary>
    public Person Match() =>
        this is { MentoringEndedAt: null, WaitingSince: null } ? this : this with { MentoringEndedAt = null, WaitingSince = null };

    public Person Withdraw(DateTimeOffset at) => WithdrawnAt is null ? this with { WithdrawnAt = at } : this;

    /// <param name="final">UTC; until then they can come back.</param>
    public Person Leave(DateTimeOffset final) => TakesPart ? this with { LeavesAt = final, CameBackAt = null } : this;

    /// <summary>Nothing where it is final already.</summary>
    public Person ComeBack(DateTimeOffset at) => IsLeaving ? this with { LeavesAt = null, CameBackAt = at } : this;

    public Person Remove(DateTimeOffset at) => WithdrawnAt is null ? this with { WithdrawnAt = at, IsRemoved = true } : this;

    public Person Decline(DateTimeOffset at) => WithdrawnAt is null ? this with { WithdrawnAt = at, HasDeclined = true } : this;

    /// <summary>What was written before the move is open again.</summary>
    public Person ConfirmMove(DateTimeOffset at) =>
        SealedBefore is null ? this : this with { SealedBefore = null, ProvenAddress = null, MoveConfirmedAt = at };

    public Person PauseNudges(DateTimeOffset at) => NudgesPaused ? this : this with { NudgesPausedAt = at };

    /// <param name="number">Of the reflection, counted from 1.</param>
    public Person Reflect(int number, DateTimeOffset at) => Reflected.GetValueOrDefault(number) == at
        ? this
        : this with { Reflected = new Dictionary<int, DateTimeOffset>(Reflected) { [number] = at } };

    /// <param name="number">Of the reflection, counted from 1.</param>
    /// <param name="pulse">Null: they would rather not say.</param>
    public Person Feel(int number, Pulse? pulse)
    {
        if (pulse is { } felt ? Pulses.TryGetValue(number, out var before) && before == felt : !Pulses.ContainsKey(number))
        {
            return this;
        }

        return this with { Pulses = With(Pulses, number, pulse is { } now ? [now] : []) };
    }

    /// <param name="said">Null: nothing.</param>
    public Person Look(int number, LookBack? said)
    {
        if (LookBacks.GetValueOrDefault(number) == said)
        {
            return this;
        }

        return this with { LookBacks = With(LookBacks, number, said is null ? [] : [said]) };
    }

    /// <summary>The same answers with one put in the place of what stood there, or none.</summary>
    private static Dictionary<int, T> With<T>(IReadOnlyDictionary<int, T> answers, int number, IEnumerable<T> said) =>
        answers.Where(a => a.Key != number).Concat(said.Select(s => KeyValuePair.Create(number, s))).ToDictionary();

    /// <param name="sequence">Of the gathering as the answer was given to.</param>
    public Person Reply(string gathering, bool comes, int sequence, DateTimeOffset at) =>
        Gatherings.GetValueOrDefault(gathering) is var before && before?.Comes == comes && before.Sequence == sequence
            ? this
            : With(gathering, (before ?? new GatheringPart()) with { Comes = comes, Sequence = sequence, RepliedAt = at });

    public Person Attend(string gathering, bool wasThere) =>
        Gatherings.GetValueOrDefault(gathering) is var before && before?.WasThere == wasThere
            ? this
            : With(gathering, (before ?? new GatheringPart()) with { WasThere = wasThere });

    public Person Evaluate(DateTimeOffset at) => EvaluatedAt == at ? this : this with { EvaluatedAt = at };

    private Person With(string gathering, GatheringPart part) =>
        this with { Gatherings = new Dictionary<string, GatheringPart>(Gatherings, StringComparer.Ordinal) { [gathering] = part } };

    /// <summary>A pen portrait that comes after the person left is not kept.</summary>
    public Person SendPortrait(PenPortrait portrait) => TakesPart ? this with { Portrait = portrait } : this;
}

/// <summary>The junior person mentors, the senior one is mentored; one person may do both in two pairs (N4).</summary>
[Flags]
public enum Roles
{
    None = 0,
    ReverseMentor = 1,
    ReverseMentee = 2,
}
