using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>A kind of gathering, declared once: how often a cohort has it, whom it is for, and the email that invites to it.</summary>
/// <param name="Key">As in a cohort's definition.</param>
/// <param name="Invitation">The name of the email's template.</param>
public sealed record GatheringKind(string Key, string Invitation)
{
    /// <summary>Days that an invitation waits at most for a letter to travel with.</summary>
    private const int LongestWait = 7;

    /// <summary>Days before the gathering by which it has gone out all the same.</summary>
    private const int Notice = 7;

    /// <summary>How many a cohort must have.</summary>
    public int Least { get; init; }

    /// <summary>How many a cohort may have; where there may be many, each is told from the others by a number.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Who is invited where the definition says nothing of it.</summary>
    public EventAudience Audience { get; init; } = EventAudience.Everyone;

    /// <summary>
    /// It comes before anyone is matched, and is for everybody who wishes to be; every other is for those who are in a pair.
    /// </summary>
    public bool IsBeforeMatching { get; init; }

    public EventKind Kind => new(Key);

    /// <summary>"launch", "training-2": the name of its step, and of the event to those who change it.</summary>
    public string StepName(CohortEvent gathering) =>
        Most == 1 ? Key : string.Create(CultureInfo.InvariantCulture, $"{Key}-{gathering.Number}");

    /// <summary>The form that its emails' links open: whether somebody comes.</summary>
    internal FormDeclaration Reply => EventReplyForm.Of(this);

    internal EmailDeclaration Email => new(Invitation)
    {
        Form = GatheringKinds.Replies[Key],
        EndsWithCancellation = true,
        MayWaitUntil = (mail, cohort) => GatheringSteps.EventOf(mail, cohort.Definition) is { } gathering
            && cohort.Instant(gathering.At.AddDays(-Notice)) is var latest && mail.PlannedAt.AddDays(LongestWait) is var wait
            ? latest < wait ? latest : wait
            : null,
        WhyNot = c => GatheringEmails.WhyNot(c, GatheringSteps.EventOf(c.Mail, c.Definition)),
        Values = c => GatheringEmails.Values(c, GatheringSteps.EventOf(c.Mail, c.Definition)),
        Diary = c => GatheringEmails.Diary(c, GatheringSteps.EventOf(c.Mail, c.Definition)),
    };

    internal bool Invites(Person person, CohortEvent gathering, CohortSnapshot cohort) =>
        person.TakesPart
        && (IsBeforeMatching ? person.Portrait is not null && person.MentoringEndedAt is null : cohort.InScheme(person))
        && gathering.Audience switch
        {
            EventAudience.Everyone => true,
            EventAudience.ReverseMentors => person.IsMentor,
            EventAudience.ReverseMentees => person.IsMentee,
            var other => throw new InvalidOperationException($"Nobody is said to be the audience {other}."),
        };
}

/// <summary>The gatherings that a cohort may have. Another is a line here and a template.</summary>
public static class GatheringKinds
{
    public static readonly GatheringKind Training = new("training", "training") { IsBeforeMatching = true };

    public static readonly GatheringKind Launch = new(EventKind.Launch.Key, "launch-invitation") { Least = 1, Most = 1 };

    /// <summary>For reverse mentors with the scheme's leads (J15, N7).</summary>
    public static readonly GatheringKind SupportSession = new("support-session", "support-session")
    {
        Audience = EventAudience.ReverseMentors,
    };

    public static readonly GatheringKind Mixer = new("mixer", "mixer") { Most = 1 };

    public static readonly GatheringKind WashUp = new("wash-up", "wash-up") { Least = 1, Most = 1 };

    public static readonly IReadOnlyList<GatheringKind> All = [Training, Launch, SupportSession, Mixer, WashUp];

    /// <summary>By the kind's key.</summary>
    internal static readonly IReadOnlyDictionary<string, FormDeclaration> Replies = All.ToDictionary(
        k => k.Key, k => k.Reply, StringComparer.Ordinal);

    internal static readonly IReadOnlyDictionary<string, EmailDeclaration> Emails = All.ToDictionary(
        k => k.Key, k => k.Email, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no such kind; a definition that was read names only kinds that exist.</exception>
    public static GatheringKind Of(EventKind kind) =>
        All.FirstOrDefault(k => k.Key == kind.Key)
            ?? throw new ArgumentException($"There is no kind of gathering called {kind.Key}.", nameof(kind));

    public static string StepName(this CohortEvent gathering) => Of(gathering.Kind).StepName(gathering);
}
