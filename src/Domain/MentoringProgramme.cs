using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Closing;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Nudges;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Retention;
using ReverseMentoring.Domain.Sessions;

namespace ReverseMentoring.Domain;

/// <summary>All that a reverse-mentoring cohort goes through: what each capability declares. Nothing else lists kinds.</summary>
public static class MentoringProgramme
{
    private static readonly Capability Enrolment = new()
    {
        Steps = [EnrolmentSteps.Opens, EnrolmentSteps.Reminder, EnrolmentSteps.Deadline, LateJoinerSteps.Reminder, LateJoinerSteps.End],
        Emails = [
            EnrolmentEmails.Invitation,
            EnrolmentEmails.Reminder,
            EnrolmentEmails.Receipt,
            EnrolmentEmails.NotTakenUp,
            EnrolmentEmails.LateJoiners],
        Forms = [PenPortraitForm.Declaration],
    };

    private static readonly Capability Pairing = new()
    {
        Steps =
        [
            ProposalSteps.Proposed, ProposalSteps.Reminder, ProposalSteps.Release,
            ConsentSteps.MenteeAsked, ConsentSteps.Reminder, ConsentSteps.Agreed, ConsentSteps.Unavailable, ConsentSteps.Closes,
        ],
        Emails =
        [
            PairingEmails.Proposed,
            PairingEmails.ReleaseReminder, PairingEmails.Introduction, PairingEmails.Offer, PairingEmails.OfferReminder,
            PairingEmails.NotAvailable, PairingEmails.PairingEnded, PairingEmails.NotMatched, PairingEmails.ConsentClosed,
        ],
        Forms = [MatchAnswerForm.Declaration, WaitingForm.Declaration, WhyThisMatch.Declaration],
        Additions = [ReleaseSteps.OnLaunch],
    };

    private static readonly Capability Gatherings = new()
    {
        Steps = [GatheringSteps.Invitation, GatheringSteps.Day],
        Emails = [.. GatheringKinds.Emails.Values],
    };

    private static readonly Capability Sessions = new()
    {
        Steps = [SessionSteps.Check, SessionSteps.Nudge, SessionSteps.Closes, SessionSteps.Opens],
        Emails = [SessionEmails.Opening, SessionEmails.Check, SessionEmails.Nudge, SessionEmails.Missed],
        Forms = [SessionCheckForm.Declaration],
    };

    private static readonly Capability Reflections = new()
    {
        Steps = [ReflectionSteps.Reminder, ReflectionSteps.Closes, ReflectionSteps.Opens],
        Emails = [ReflectionEmails.Opening, ReflectionEmails.Reminder],
        Forms = [ReflectionForm.Declaration],
    };

    private static readonly Capability Evaluation = new()
    {
        Steps = [EvaluationSteps.Opens, EvaluationSteps.Reminder, EvaluationSteps.Closes, EvaluationSteps.Report],
        Emails = [EvaluationEmails.Opening, EvaluationEmails.Reminder, EvaluationEmails.Report],
        Forms = [EvaluationForm.Declaration],
    };

    private static readonly Capability Leaving = new()
    {
        Steps = [LeavingSteps.Withdrawal],
        Emails = [LeavingEmails.PartnerWithdrew, LeavingEmails.ParticipantWithdrew, LeavingEmails.Receipt],
        Forms = [WithdrawForm.Declaration],
    };

    private static readonly Capability Retention = new()
    {
        Steps = [RetentionSteps.Notice, RetentionSteps.Erasure],
        Emails = [RetentionEmails.Notice, RetentionEmails.Receipt],
    };

    private static readonly Capability Running = new()
    {
        Steps = [ChangeSteps.Cancellation, ChangeSteps.Notice, ClosingSteps.Closed],
        Emails = [
            ChangeSteps.NoticeEmail,
            ChangeSteps.CancelledEmail,
            ClosingSteps.Email,
            DeliveryEmails.Undelivered,
            FreshLinkEmails.FreshLink],
        Forms = [PauseNudgesForm.Declaration],
    };

    public static readonly DeclaredProgramme Declared =
        new([Enrolment, Pairing, Gatherings, Sessions, Reflections, Evaluation, Leaving, Retention, Running]);

    /// <inheritdoc cref="DeclaredProgramme.TimelineOf"/>
    public static CohortTimeline TimelineOf(CohortSnapshot cohort, DateTimeOffset now) => Declared.TimelineOf(cohort, now);

    /// <inheritdoc cref="DeclaredProgramme.MoveOf"/>
    public static NextMove MoveOf(CohortSnapshot cohort, DateTimeOffset now) => Declared.MoveOf(cohort, now);
}
