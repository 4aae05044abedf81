using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>From the invitation to the pen-portrait deadline (J17).</summary>
public static class EnrolmentSteps
{
    internal static IReadOnlyList<StepDeclaration> All => [Opens, Reminder, Deadline, NotTakenUp, Declined];

    public static readonly StepDeclaration Opens = new()
    {
        Kind = "enrolment-opens",
        Order = 40,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) =>
            [step.Once(cohort.Instant(cohort.Definition.EnrolmentOpens)) with { Deadline = Closing(cohort) }],
        Plan = c => c.IsPast(c.Definition.PortraitDeadline)
            ? Effects.TooLate
            : Effects.Mail(c.TakingPart.Select(p => c.To(p, EnrolmentEmails.Invitation))),
    };

    public static readonly StepDeclaration Reminder = new()
    {
        Kind = "portrait-reminder",
        Order = 50,
        OnDayOff = DayOff.Moves,
        Occurs = (step, cohort, _) => Reminders(step, cohort),
        Plan = c => c.IsPast(c.Definition.PortraitDeadline) || WereToldOfDeadlineSince(c)
            ? Effects.TooLate
            : Effects.Mail(c.TakingPart.Where(p => p.Portrait is null).Select(p => c.To(p, EnrolmentEmails.Reminder))),
    };

    public static readonly StepDeclaration Deadline = new()
    {
        Kind = "portrait-deadline",
        Order = 60,
        WaitsForLate = true,
        Occurs = (step, cohort, _) => [step.Once(Closing(cohort))],
        Plan = _ => Effects.Nothing,
    };

    /// <summary>
    /// Whoever has not answered is left out, told so kindly, and erased: a day after their deadline, so that whoever was still writing then
    /// finds a page that says what happened, and their text on it.
    /// </summary>
    public static readonly StepDeclaration NotTakenUp = new()
    {
        Kind = "not-taken-up",
        Order = 65,
        Occurs = (step, cohort, _) => cohort.Groups.SilentBy.Select(own => LateJoiners.Deadline(own, cohort.Definition))
            .Distinct().Select(deadline => step.Dated(deadline, deadline + KeptSilent)),
        Plan = c => new Effects
        {
            Erasures =
            [
                .. Silent(c.TakingPart).Where(p => c.Now >= LateJoiners.Deadline(p, c.Definition) + KeptSilent)
                .Select(p => new Erasure(
                    p.Id, ErasureReason.NotTakenUp, stored => stored.Portrait is null, c.ToDeparted(p, EnrolmentEmails.NotTakenUp))),
            ],
        },
    };

    /// <summary>Whoever said that the invitation is not for them is thanked and erased at once. Nobody else is told.</summary>
    public static readonly StepDeclaration Declined = new()
    {
        Kind = "declined",
        Order = 15,
        IsHeldByPause = false,
        EndsWithCancellation = false,
        GoesBeforeMail = true,
        OutlivesStop = true,
        IsConfidential = true,
        Occurs = (step, cohort, _) => cohort.Groups.Declined
            .Select(p => step.About(p.Id, p.WithdrawnAt) with { PersonId = p.Id }),
        Plan = c => new Effects
        {
            Writes =
            [
                .. c.Cohort.People.Where(p => p.HasDeclined && p.Id == c.Step.PersonId)
                .Select(p => Effects.Create(LeftAddress.Of(p, RetentionClock.LastOf(c.Definition)))),
            ],
            Erasures =
            [
                .. c.Cohort.People.Where(p => p.HasDeclined && p.Id == c.Step.PersonId).Select(p => new Erasure(
                    p.Id, ErasureReason.Declined, stored => stored.HasDeclined, c.ToDeparted(p, EnrolmentEmails.Declined))),
            ],
        },
    };

    private static readonly TimeSpan KeptSilent = TimeSpan.FromDays(1);

    private static IEnumerable<Person> Silent(IEnumerable<Person> people) => people.Where(p => p is { TakesPart: true, Portrait: null });

    /// <summary>Dated, so that an extended deadline brings reminders of its own.</summary>
    private static IEnumerable<StepOccurrence> Reminders(StepDeclaration step, CohortSnapshot cohort) =>
        from reminder in cohort.Definition.PortraitReminderDaysBefore.Distinct()
            .OrderDescending().Select((days, i) => (Days: days, Number: i + 1))
        let at = cohort.Definition.PortraitDeadline.AddDays(-reminder.Days)
        where at > cohort.Definition.EnrolmentOpens
        select step.About(at.ToString("yyyyMMdd", CultureInfo.InvariantCulture), cohort.Instant(at)) with
        {
            Number = reminder.Number,
            Deadline = Closing(cohort),
        };

    private static DateTimeOffset Closing(CohortSnapshot cohort) => cohort.Instant(cohort.Definition.PortraitDeadline);

    private static bool WereToldOfDeadlineSince(StepContext c) =>
        c.ToldSince(Opens, Reminder) || c.Cohort.Cohort.Changes.Any(x => x.Kind == ChangeKind.ExtendDeadline && x.At >= c.Step.Due);
}
