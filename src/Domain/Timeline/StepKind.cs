namespace ReverseMentoring.Domain.Timeline;

/// <summary>Every kind of step; the order decides between steps due at the same instant.</summary>
public enum StepKind
{
    Withdrawal,
    Cancellation,
    EnrolmentOpens,
    PortraitReminder,
    PortraitDeadline,
    MatchesProposed,
    ReleaseReminder,
    MatchesReleased,
    MatchAsked,
    MatchAgreed,
    MatchUnavailable,
    ConsentCloses,
    EventInvitation,
    Event,
    SessionCheck,
    SessionNudge,
    SessionCloses,
    ReflectionReminder,
    ReflectionCloses,
    ReflectionOpens,
    SessionOpens,
    EvaluationOpens,
    EvaluationReminder,
    EvaluationCloses,
    ReportReady,
    RetentionNotice,
    Erasure,
    CohortClosed,
}
