using System.Globalization;
using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Programme;

/// <summary>A kind of step, declared once by its capability: when it occurs in a cohort, what it waits for, and what it does.</summary>
public sealed record StepDeclaration
{
    /// <summary>The key under which the store records it; the ids of its steps begin with it, or with a name that says more.</summary>
    public required string Kind { get; init; }

    /// <summary>Between steps due at the same instant the lower goes first; no two kinds have the same.</summary>
    public required int Order { get; init; }

    /// <summary>The steps of this kind that a cohort has or will have, as of an instant (UTC). Those behind it may be left out.</summary>
    public required Func<StepDeclaration, CohortSnapshot, DateTimeOffset, IEnumerable<StepOccurrence>> Occurs { get; init; }

    /// <summary>What performing it does: a pure function, asked again after a crash.</summary>
    public required Func<StepContext, Effects> Plan { get; init; }

    /// <summary>A coordinator's pause holds it up.</summary>
    public bool IsHeldByPause { get; init; } = true;

    /// <summary>A cancelled cohort no longer has it.</summary>
    public bool EndsWithCancellation { get; init; } = true;

    /// <summary>
    /// It is done by its time even where an administrator has stopped the cohort's orchestrator: people's data has to go.
    /// </summary>
    public bool OutlivesStop { get; init; }

    /// <summary>
    /// It acts on what people answered until its date: whoever was still writing then has <see cref="Time.Deadlines.Grace"/> more, of
    /// which nobody is
    /// told.
    /// </summary>
    public bool WaitsForLate { get; init; }

    /// <summary>What becomes of it where its date is a weekend or public holiday.</summary>
    public DayOff OnDayOff { get; init; }

    /// <summary>Somebody's data has to go: no email is sent before it.</summary>
    public bool GoesBeforeMail { get; init; }

    /// <summary>That it happened, and when, would tell what somebody answered in confidence: nobody is shown it.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>It comes again and again, and nothing hangs on it: timelines that people read are without it.</summary>
    public bool IsRoutine { get; init; }

    /// <summary>The email of it that takes others to the same person along; null: none does.</summary>
    public EmailDeclaration? Letter { get; init; }

    /// <summary>How many emails it comes to at most, where it can't be planned beforehand, or not quickly; null: it is planned.</summary>
    public Func<CohortSnapshot, int>? ForeseenMails { get; init; }

    /// <summary>What it reads beside the cohort.</summary>
    public IReadOnlyList<Need> Reads { get; init; } = [];

    /// <summary>A step that occurs once and is called after its kind.</summary>
    public StepOccurrence Once(DateTimeOffset? due, string? waitsFor = null) => new(Kind, Kind, due) { WaitsFor = waitsFor };

    /// <summary>One of several, called after the kind and what tells it from the others.</summary>
    public StepOccurrence About(string what, DateTimeOffset? due, string? waitsFor = null) =>
        new($"{Kind}-{what}", Kind, due) { WaitsFor = waitsFor };

    /// <summary>
    /// One that depends on people's own clocks, to the last fraction of a second: clocks of two people that run out in the same minute are
    /// two steps.
    /// </summary>
    public StepOccurrence Dated(DateTimeOffset clock, DateTimeOffset? due) => About(Stamp(clock), due);

    /// <summary>One of many, called after its place among them, where anything else would tell what it is about.</summary>
    public StepOccurrence Next(Cohort cohort, DateTimeOffset? due) =>
        About((cohort.Steps.Count(s => s.Kind == Kind) + 1).ToString(CultureInfo.InvariantCulture), due);

    public bool IsDone(Cohort cohort) => cohort.Steps.Any(s => s.Kind == Kind);

    /// <summary>When people hear (UTC) of a step of this kind that is performed at an instant.</summary>
    internal DateTimeOffset Told(DateTimeOffset performed, CohortSnapshot cohort) =>
        OnDayOff == DayOff.MailWaits ? cohort.Days.Move(performed, cohort.Definition.Zone) : performed;

    internal static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmssFFFFFFF", CultureInfo.InvariantCulture);
}

/// <summary>
/// What becomes of a step whose date is no working day. Whoever declares a step knows what has been promised about its date.
/// </summary>
public enum DayOff
{
    /// <summary>It is a deadline, a gathering or an erasure, or follows what somebody has just done: it keeps its date.</summary>
    Stays,

    /// <summary>It does nothing but tell people, so it waits for the next working morning.</summary>
    Moves,

    /// <summary>It keeps its date, and the emails about it wait for the next working morning.</summary>
    MailWaits,
}

/// <summary>A step that a cohort has, before it is known where it stands.</summary>
/// <param name="Id">Unique in the cohort.</param>
/// <param name="Name">The kind, with a number where there are several.</param>
/// <param name="Due">UTC; null where it waits for somebody's decision.</param>
public sealed record StepOccurrence(string Id, string Name, DateTimeOffset? Due)
{
    /// <summary>The session, reflection, event or reminder it is about, counted from 1; else 0.</summary>
    public int Number { get; init; }

    /// <summary>By when (UTC) those who are told can still do what it asks for; null where there is no such time.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>In a few words, what has to happen first; null where only the date decides.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Everybody has answered: no late answer is waited for.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The person it is about (an id).</summary>
    public string? PersonId { get; init; }

    /// <summary>The pair, or pair to be, that it is about.</summary>
    public string? PairId { get; init; }
}
