using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>The steps of those who were added after the deadline: people added together have one reminder and one end.</summary>
internal static class LateTimeline
{
    public const string Reminder = "late-reminder";
    public const string Joiners = "late-joiners";

    /// <summary>Local days before their deadline at which late joiners are reminded, where that is a day or more after they were added.</summary>
    private const int ReminderDaysBefore = 2;

    public static IEnumerable<TimelineStep> Of(CohortSnapshot cohort)
    {
        var zone = cohort.Definition.Zone;
        var groups = cohort.Cohort.CancelledAt is null ? cohort.People.Where(p => p is { TakesPart: true, AnswerBy: not null }).GroupBy(p => p.AddedAt) : [];
        foreach (var group in groups)
        {
            var deadline = group.Max(p => LateJoiners.Deadline(p, cohort.Definition));
            var reminder = zone.ToInstant(zone.ToLocal(deadline).AddDays(-ReminderDaysBefore));
            if (reminder >= group.Key.AddDays(1))
            {
                yield return Step(Reminder, group.Key, StepKind.LateReminder, reminder);
            }

            var over = group.All(p => p.Portrait is not null) ? group.Max(p => p.Portrait!.FirstSentAt) : deadline;
            yield return Step(Joiners, group.Key, StepKind.LateJoiners, over);
        }
    }

    private static TimelineStep Step(string name, DateTimeOffset addedAt, StepKind kind, DateTimeOffset due) =>
        new(StepNames.Dated(name, addedAt), name, kind, 0, due, StepState.Upcoming);
}
