using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Privacy;

/// <summary>
/// The per-person clock of J27: it starts at the end of a person's own mentoring (the pair's last session, an early end, or,
/// for someone who was not matched, the release of the matches) and runs for calendar months in local time.
/// </summary>
public static class RetentionClock
{
    /// <summary>When the person's data must be gone; null while their mentoring goes on.</summary>
    /// <param name="now">Once the last session should have closed, mentoring counts as ended even where nobody released the matches or the
    /// cohort stands paused.</param>
    public static DateTimeOffset? RunsOut(Person person, CohortDefinition cohort, DateTimeOffset now) =>
        RunsOut(person.MentoringEndedAt, cohort, now);

    /// <inheritdoc cref="RunsOut(Person, CohortDefinition, DateTimeOffset)"/>
    /// <param name="mentoringEnded">UTC; null while it goes on.</param>
    public static DateTimeOffset? RunsOut(DateTimeOffset? mentoringEnded, CohortDefinition cohort, DateTimeOffset now) =>
        mentoringEnded is { } ended ? RunsOut(ended, cohort)
        : PlannedEnd(cohort) is var planned && now > planned ? RunsOut(planned, cohort)
        : null;

    /// <summary>When nobody's data is left at the latest, as the cohort is planned.</summary>
    public static DateTimeOffset LastOf(CohortDefinition cohort) => RunsOut(PlannedEnd(cohort), cohort);

    private static DateTimeOffset PlannedEnd(CohortDefinition cohort) =>
        cohort.Zone.ToInstant(cohort.Sessions.Closes(cohort.Sessions.Count));

    /// <remarks>12 months after 29 February is 28 February: a month that lacks the day ends with its last.</remarks>
    public static DateTimeOffset RunsOut(DateTimeOffset mentoringEnded, CohortDefinition cohort) =>
        cohort.Zone.ToInstant(cohort.Zone.ToLocal(mentoringEnded).AddMonths(cohort.Retention.Months));

    /// <summary>When the person is told that erasure is near.</summary>
    public static DateTimeOffset Notice(DateTimeOffset runsOut, CohortDefinition cohort) =>
        cohort.Zone.ToInstant(cohort.Zone.ToLocal(runsOut).AddDays(-cohort.Retention.NoticeDays));
}
