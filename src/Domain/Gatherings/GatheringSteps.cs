using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>Every gathering: an invitation some days before, and the day itself.</summary>
public static class GatheringSteps
{
    /// <summary>Days by which the invitation to the launch may come earlier, with the news of one's match.</summary>
    private const int SaidInOneGo = 10;

    internal static IReadOnlyList<StepDeclaration> All => [Invitation, JoiningMissing, Joining, Day];

    public static readonly StepDeclaration Invitation = new()
    {
        Kind = "event-invitation",
        Order = 170,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => TakingPlace(cohort).Select(e => Before(InvitationId(e), e, cohort, e.InviteDaysBefore)),
        Plan = Invite,
    };

    /// <summary>Two days before a gathering that people join from afar, while nobody has said how.</summary>
    public static readonly StepDeclaration JoiningMissing = new()
    {
        Kind = "event-joining-missing",
        Order = 174,
        OnDayOff = DayOff.Moves,
        IsRoutine = true,
        Occurs = (step, cohort, _) => TakingPlace(cohort).Where(e => e is { IsRemote: true, HasJoining: false })
            .Select(e => Before(MissingId(e), e, cohort, 2)),
        Plan = c => Effects.Mail([c.ToCoordinator(GatheringEmails.JoiningMissing)]),
    };

    /// <summary>
    /// On the day before: how to join, to whoever has not said that they stay away. Where the invitation said it already, nothing comes
    /// after it.
    /// </summary>
    public static readonly StepDeclaration Joining = new()
    {
        Kind = "event-joining",
        Order = 176,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => TakingPlace(cohort).Where(e => e.HasJoining && !SaysHowInInvitation(e))
            .Select(e => Before(JoiningId(e), e, cohort, 1)),
        Plan = c => c.Definition.Events.First(e => JoiningId(e) == c.Step.Id) is var gathering && c.IsPast(gathering.At)
            ? Effects.TooLate
            : Effects.Mail(Invited(c.Cohort, gathering).Where(p => EventReplyForm.Said(p, gathering)?.Comes != false)
                .Select(p => c.To(p, GatheringEmails.Joining, new GatheringFacts(gathering.StepName())))),
    };

    public static readonly StepDeclaration Day = new()
    {
        Kind = "event",
        Order = 180,
        Occurs = (step, cohort, _) => TakingPlace(cohort).Select(e => Occurrence(e.StepName(), e, cohort, cohort.Instant(e.At))),
        Plan = _ => Effects.Nothing,
    };

    public static string InvitationId(CohortEvent gathering) => $"{gathering.StepName()}-invitation";

    /// <summary>Another for each date that it was moved to.</summary>
    public static string JoiningId(CohortEvent gathering) => gathering.AskedSince == 0
        ? $"{gathering.StepName()}-joining"
        : string.Create(CultureInfo.InvariantCulture, $"{gathering.StepName()}-joining-{gathering.AskedSince}");

    private static string MissingId(CohortEvent gathering) => $"{JoiningId(gathering)}-missing";

    /// <param name="name">Among the cohort's steps: launch, training-2.</param>
    public static CohortEvent? Named(string name, CohortDefinition cohort) => cohort.Events.FirstOrDefault(e => e.StepName() == name);

    /// <summary>The gathering whose joining details an email asks for, or null.</summary>
    internal static CohortEvent? MissedBy(OutboxMail mail, CohortDefinition cohort) =>
        cohort.Events.FirstOrDefault(e => mail.StepId == MissingId(e));

    /// <summary>The gathering an invitation is to, or null.</summary>
    public static CohortEvent? EventOf(OutboxMail mail, CohortDefinition cohort) =>
        cohort.Events.FirstOrDefault(e => mail.StepId == InvitationId(e));

    public static IEnumerable<Person> Invited(CohortSnapshot cohort, CohortEvent gathering) =>
        cohort.People.Where(p => GatheringKinds.Of(gathering.Kind).Invites(p, gathering, cohort));

    /// <summary>
    /// With the news of one's match comes the invitation to the launch, where that would follow within days or has gone out to everyone
    /// else. Nobody is invited a second time.
    /// </summary>
    /// <param name="introductions">The emails that take the invitations along.</param>
    internal static Effects InviteToLaunchWith(StepContext c, IReadOnlyList<OutboxMail> introductions)
    {
        var launch = c.Definition.Launch;
        var due = launch.At.AddDays(-launch.InviteDaysBefore);
        if (introductions.Count == 0 || c.IsPast(launch.At) || !c.IsPast(due.AddDays(-SaidInOneGo)))
        {
            return Effects.Nothing;
        }

        OutboxMail To(Person person) =>
            c.OfStep(InvitationId(launch), person, GatheringKinds.Emails[launch.Kind.Key]) with { Number = launch.Number };
        var already = c.Cohort.Cohort.HasDone(InvitationId(launch))
            ? []
            : Invited(c.Cohort, launch).ExceptBy(introductions.Select(i => i.PersonId), p => p.Id);
        return new Effects
        {
            Mails =
            [
                .. introductions.DistinctBy(i => i.PersonId)
                    .Select(i => Letters.Travelling(To(c.Cohort.FindPerson(i.PersonId)!), i, c.Now)),
                .. already.Select(To),
            ],
            Cohort = cohort => cohort.WithDone(
                new StepRecord(InvitationId(launch), InvitationId(launch), c.Cohort.Instant(due), c.Now)
                {
                    Kind = Invitation.Kind,
                    Number = launch.Number,
                }),
        };
    }

    /// <summary>The joining details stood in the plan from the start, so that nothing is left to be told later.</summary>
    public static bool SaysHowInInvitation(CohortEvent gathering) =>
        gathering is { HasJoining: true, JoiningSince: null, AskedSince: 0 };

    /// <summary>People know how to join.</summary>
    public static bool HasToldHow(CohortEvent gathering, Cohort cohort) =>
        cohort.HasDone(JoiningId(gathering)) || (SaysHowInInvitation(gathering) && cohort.HasDone(InvitationId(gathering)));

    private static Effects Invite(StepContext c)
    {
        var gathering = c.Definition.Events.First(e => InvitationId(e) == c.Step.Id);
        return c.IsPast(gathering.At)
            ? Effects.TooLate
            : Effects.Mail(Invited(c.Cohort, gathering).Select(p => c.To(p, GatheringKinds.Emails[gathering.Kind.Key])));
    }

    private static IEnumerable<CohortEvent> TakingPlace(CohortSnapshot cohort) => cohort.Definition.Events.Where(e => !e.IsCancelled);

    private static StepOccurrence Before(string id, CohortEvent e, CohortSnapshot cohort, int days) =>
        Occurrence(id, e, cohort, cohort.Instant(e.At.AddDays(-days))) with { Deadline = cohort.Instant(e.At) };

    private static StepOccurrence Occurrence(string id, CohortEvent e, CohortSnapshot cohort, DateTimeOffset due) => new(id, id, due)
    {
        Number = e.Number,
        WaitsFor = GatheringKinds.Of(e.Kind).IsBeforeMatching ? null : Released.Awaited(cohort),
    };
}
