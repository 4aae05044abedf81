using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>Every gathering: an invitation some days before, and the day itself.</summary>
public static class GatheringSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [Invitation, Day];

    public static readonly StepDeclaration Invitation = new()
    {
        Kind = "event-invitation",
        Order = 170,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => cohort.Definition.Events.Select(e =>
            Occurrence(InvitationId(e), e, cohort, cohort.Instant(e.At.AddDays(-e.InviteDaysBefore))) with
            {
                Deadline = cohort.Instant(e.At),
            }),
        Plan = Invite,
    };

    public static readonly StepDeclaration Day = new()
    {
        Kind = "event",
        Order = 180,
        Occurs = (step, cohort, _) => cohort.Definition.Events.Select(e => Occurrence(e.StepName(), e, cohort, cohort.Instant(e.At))),
        Plan = _ => Effects.Nothing,
    };

    public static string InvitationId(CohortEvent gathering) => $"{gathering.StepName()}-invitation";

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

    private static StepOccurrence Occurrence(string id, CohortEvent e, CohortSnapshot cohort, DateTimeOffset due) => new(id, id, due)
    {
        Number = e.Number,
        WaitsFor = GatheringKinds.Of(e.Kind).IsBeforeMatching ? null : Released.Awaited(cohort),
    };
}
