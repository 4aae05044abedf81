using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>The steps of those who were added after the deadline: people added together have one reminder and one end.</summary>
public static class LateJoinerSteps
{
    /// <summary>
    /// Local days before their deadline at which late joiners are reminded, where that is a day or more after they were added.
    /// </summary>
    private const int ReminderDaysBefore = 2;

    internal static IReadOnlyList<StepDeclaration> All => [Reminder, End];

    public static readonly StepDeclaration Reminder = new()
    {
        Kind = "late-reminder",
        Order = 70,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) =>
            from late in Groups(cohort)
            let zone = cohort.Definition.Zone
            let deadline = LastDeadline(late, cohort)
            let at = zone.ToInstant(zone.ToLocal(deadline).AddDays(-ReminderDaysBefore))
            where at >= late.Key.AddDays(1)
            select step.Dated(late.Key, at) with { Deadline = deadline },
        Plan = c => c.Now >= Concerned(c).Max(p => LateJoiners.Deadline(p, c.Definition))
            ? Effects.TooLate
            : Effects.Mail(Concerned(c).Where(p => p.Portrait is null).Select(p => c.To(p, EnrolmentEmails.Reminder))),
    };

    public static readonly StepDeclaration End = new()
    {
        Kind = "late-joiners",
        Order = 80,
        WaitsForLate = true,
        OnDayOff = DayOff.MailWaits,
        Occurs = (step, cohort, _) =>
            from late in Groups(cohort)
            let allAnswered = late.All(p => p.Portrait is not null)
            select step.Dated(late.Key, allAnswered ? late.Max(p => p.Portrait!.FirstSentAt) : LastDeadline(late, cohort)) with
            {
                IsSettled = allAnswered,
            },
        Plan = PlanEnd,
    };

    /// <summary>
    /// All have answered or had the time to. The coordinator hears of it: nobody is matched again unless they ask for it.
    /// </summary>
    private static Effects PlanEnd(StepContext c)
    {
        var silent = Concerned(c).Count(p => p.Portrait is null);
        return Effects.Mail([c.ToCoordinator(EnrolmentEmails.LateJoiners, new LateJoinerCounts(Concerned(c).Count() - silent, silent))]);
    }

    private static IEnumerable<IGrouping<DateTimeOffset, Person>> Groups(CohortSnapshot cohort) =>
        cohort.Cohort.CancelledAt is null
            ? cohort.Groups.Late.GroupBy(p => p.AddedAt)
            : [];

    private static DateTimeOffset LastDeadline(IEnumerable<Person> late, CohortSnapshot cohort) =>
        late.Max(p => LateJoiners.Deadline(p, cohort.Definition));

    /// <summary>The late joiners whom this step is about.</summary>
    private static IEnumerable<Person> Concerned(StepContext c) =>
        c.TakingPart.Where(p => p.AnswerBy is not null && c.Step.Declaration!.Dated(p.AddedAt, null).Id == c.Step.Id);
}
