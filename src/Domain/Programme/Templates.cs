namespace ReverseMentoring.Domain.Programme;

/// <summary>The emails this system sends, by the names of their files under templates/emails.</summary>
public static class Templates
{
    public const string Invitation = "invitation";
    public const string PortraitReminder = "portrait-reminder";
    public const string PortraitReceipt = "portrait-receipt";
    public const string NotTakenUp = "not-taken-up";
    public const string LateJoiners = "late-joiners";
    public const string MatchesProposed = "matches-proposed";
    public const string ReleaseReminder = "release-reminder";
    public const string Introduction = "introduction";
    public const string NotMatched = "not-matched";
    public const string MatchOffer = "match-offer";
    public const string MatchReminder = "match-reminder";
    public const string MatchNotAvailable = "match-not-available";
    public const string PairingEnded = "pairing-ended";
    public const string ConsentClosed = "consent-closed";
    public const string Training = "training";
    public const string LaunchInvitation = "launch-invitation";
    public const string SupportSession = "support-session";
    public const string Mixer = "mixer";
    public const string WashUp = "wash-up";
    public const string SessionOpening = "session-opening";
    public const string SessionCheck = "session-check";
    public const string SessionNudge = "session-nudge";
    public const string SessionMissed = "session-missed";
    public const string ReflectionOpening = "reflection-opening";
    public const string ReflectionReminder = "reflection-reminder";
    public const string EvaluationOpening = "evaluation-opening";
    public const string EvaluationReminder = "evaluation-reminder";
    public const string ReportReady = "report-ready";
    public const string PartnerWithdrew = "partner-withdrew";
    public const string ParticipantWithdrew = "participant-withdrew";
    public const string WithdrawalReceipt = "withdrawal-receipt";
    public const string RetentionNotice = "retention-notice";
    public const string ErasureReceipt = "erasure-receipt";
    public const string FreshLink = "fresh-link";
    public const string Undelivered = "undelivered";
    public const string CohortClosed = "cohort-closed";
    public const string ChangeNotice = "change-notice";
    public const string CohortCancelled = "cohort-cancelled";
}
