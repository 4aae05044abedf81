using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>Every gathering: an invitation some days before, and the day itself.</summary>
public static class GatheringSteps
{
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

    /// <summary>On the day before: how to join, to whoever has not said that they stay away.</summary>
    public static readonly StepDeclaration Joining = new()
    {
        Kind = "event-joining",
        Order = 176,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => TakingPlace(cohort).Where(e => e.HasJoining)
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

    /// <summary>For somebody matched after everyone else was invited to the launch; null while nobody was, or once it is over.</summary>
    internal static OutboxMail? LateInvitationToLaunch(StepContext c, Person person)
    {
        var launch = c.Definition.Launch;
        return c.Cohort.Cohort.HasDone(InvitationId(launch)) && !c.IsPast(launch.At)
            ? c.OfStep(InvitationId(launch), person, GatheringKinds.Emails[launch.Kind.Key])
            : null;
    }

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
