using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Domain.Programme;

/// <summary>What the orchestrator should do now. It carries ids and times only.</summary>
/// <param name="StepId">The step to perform.</param>
/// <param name="Until">UTC; how long to wait. Null with <see cref="MoveKind.Wait"/>: until somebody does something.</param>
public sealed record NextMove(MoveKind Kind, string? StepId = null, DateTimeOffset? Until = null)
{
    internal static NextMove Of(CohortTimeline timeline, CohortSnapshot cohort) => cohort.Cohort.Status switch
    {
        CohortStatus.Closed when cohort.OpenMails > 0 => new NextMove(MoveKind.SendMail),
        CohortStatus.Closed when cohort.MailWaitsUntil is null => new NextMove(MoveKind.End),
        CohortStatus.Closed => new NextMove(MoveKind.Wait, null, cohort.MailWaitsUntil),
        CohortStatus.Draft => new NextMove(MoveKind.Wait),
        CohortStatus.Running or CohortStatus.Cancelled => OfLiving(timeline, cohort),
        var other => throw new InvalidOperationException($"There is no next move for a cohort that is {other}."),
    };

    private static NextMove OfLiving(CohortTimeline timeline, CohortSnapshot cohort) =>
        timeline.UrgentNow is { } urgent ? new NextMove(MoveKind.Perform, urgent.Id)
        : cohort.OpenMails > 0 ? new NextMove(MoveKind.SendMail)
        : timeline.DueNow is { } due ? new NextMove(MoveKind.Perform, due.Id)
        : new NextMove(MoveKind.Wait, null, Sooner(timeline.WakesAt, cohort.MailWaitsUntil));

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}

public enum MoveKind
{
    Wait,
    Perform,
    SendMail,
    End,
}
