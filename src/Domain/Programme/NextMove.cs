using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Programme;

/// <summary>What the orchestrator should do now. It carries ids and times only.</summary>
/// <param name="StepId">The step to perform.</param>
/// <param name="Until">UTC; how long to wait. Null with <see cref="MoveKind.Wait"/>: until somebody does something.</param>
public sealed record NextMove(MoveKind Kind, string? StepId = null, DateTimeOffset? Until = null)
{
    public static NextMove For(CohortSnapshot cohort, DateTimeOffset now)
    {
        var timeline = CohortTimeline.Of(cohort, now);
        return cohort.Cohort.Status switch
        {
            CohortStatus.Closed when cohort.OpenMails > 0 => new NextMove(MoveKind.SendMail),
            CohortStatus.Closed when cohort.MailWaitsUntil is null => new NextMove(MoveKind.End),
            CohortStatus.Closed => new NextMove(MoveKind.Wait, null, cohort.MailWaitsUntil),
            CohortStatus.Draft => new NextMove(MoveKind.Wait),
            _ when timeline.UrgentNow is { } urgent => new NextMove(MoveKind.Perform, urgent.Id),
            _ when cohort.OpenMails > 0 => new NextMove(MoveKind.SendMail),
            _ when timeline.DueNow is { } due => new NextMove(MoveKind.Perform, due.Id),
            _ => new NextMove(MoveKind.Wait, null, Sooner(timeline.WakesAt, cohort.MailWaitsUntil)),
        };
    }

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}

public enum MoveKind
{
    Wait,
    Perform,
    SendMail,
    End,
}
