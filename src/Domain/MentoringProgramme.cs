using ReverseMentoring.Domain.Agreements;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Closing;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Digests;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Nudges;
using ReverseMentoring.Domain.Observations;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Retention;
using ReverseMentoring.Domain.Safeguarding;
using ReverseMentoring.Domain.Sessions;

namespace ReverseMentoring.Domain;

/// <summary>All that a reverse-mentoring cohort goes through: what each capability declares. Nothing else lists kinds.</summary>
public static class MentoringProgramme
{
    private static readonly Capability Recruiting = new()
    {
        Steps = RecruitingSteps.All,
        Emails = RecruitingEmails.All,
    };

    private static readonly Capability Enrolment = new()
    {
        Steps = [.. EnrolmentSteps.All, .. LateJoinerSteps.All],
        Emails = EnrolmentEmails.All,
        Forms = [PenPortraitForm.Declaration, DeclineForm.Declaration],
    };

    private static readonly Capability Pairing = new()
    {
        Steps = [.. ProposalSteps.All, .. ConsentSteps.All, PairSteps.Ended],
        Emails = PairingEmails.All,
        Forms = [MatchAnswerForm.Declaration, WaitingForm.Declaration, WhyThisMatch.Declaration],
        Additions = [ReleaseSteps.OnLaunch],
    };

    private static readonly Capability Gatherings = new()
    {
        Steps = GatheringSteps.All,
        Emails = GatheringEmails.All,
        Forms = [.. GatheringKinds.Replies.Values],
    };

    private static readonly Capability Sessions = new()
    {
        Steps = SessionSteps.All,
        Emails = SessionEmails.All,
        Forms = [SessionCheckForm.Declaration, SessionDateForm.Declaration],
    };

    private static readonly Capability Reflections = new()
    {
        Steps = ReflectionSteps.All,
        Emails = ReflectionEmails.All,
        Forms = [ReflectionForm.Declaration],
    };

    private static readonly Capability Evaluation = new()
    {
        Steps = EvaluationSteps.All,
        Emails = EvaluationEmails.All,
        Forms = [EvaluationForm.Declaration],
    };

    private static readonly Capability Agreements = new()
    {
        Emails = AgreementEmails.All,
        Forms = [AgreementForm.Declaration],
    };

    private static readonly Capability Observations = new()
    {
        Emails = [ObservationForms.Email],
        Forms = ObservationForms.All,
    };

    private static readonly Capability Safeguarding = new()
    {
        Emails = SafeguardingEmails.All,
        Forms = [HelpForm.Declaration],
    };

    private static readonly Capability Leaving = new()
    {
        Steps = LeavingSteps.All,
        Emails = LeavingEmails.All,
        Forms = [WithdrawForm.Declaration, ComeBackForm.Declaration],
    };

    private static readonly Capability Retention = new()
    {
        Steps = RetentionSteps.All,
        Emails = RetentionEmails.All,
    };

    private static readonly Capability Running = new()
    {
        Steps = [.. ChangeSteps.All, .. ClosingSteps.All, WeeklyDigest.Step],
        Emails =
        [
            ChangeSteps.NoticeEmail, ChangeSteps.CancelledEmail, ClosingSteps.Email, WeeklyDigest.Email,
            .. DeliveryEmails.All, .. FreshLinkEmails.All,
        ],
        Forms = [PauseNudgesForm.Declaration, ConfirmMoveForm.Declaration],
        WhyNotAlone = WeeklyDigest.WhyNotAlone,
    };

    public static readonly DeclaredProgramme Declared =
        new([Recruiting, Enrolment, Pairing, Gatherings, Sessions, Reflections, Evaluation, Agreements, Observations, Safeguarding,
            Leaving, Retention, Running]);

    /// <inheritdoc cref="DeclaredProgramme.TimelineOf"/>
    public static CohortTimeline TimelineOf(CohortSnapshot cohort, DateTimeOffset now) => Declared.TimelineOf(cohort, now);

    /// <inheritdoc cref="DeclaredProgramme.MoveOf"/>
    public static NextMove MoveOf(CohortSnapshot cohort, DateTimeOffset now) => Declared.MoveOf(cohort, now);
}
