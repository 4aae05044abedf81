using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Closing;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Reflections;
using ReverseMentoring.Domain.Sessions;

namespace ReverseMentoring.Domain.Programme;

/// <summary>What each kind of step does.</summary>
public static class StepPlanner
{
    /// <param name="step">A step of <paramref name="cohort"/>'s own timeline that is due.</param>
    /// <param name="now">UTC.</param>
    public static Effects Plan(TimelineStep step, CohortSnapshot cohort, DateTimeOffset now)
    {
        var context = new StepContext(step, cohort, now);
        return step.Kind switch
        {
            StepKind.EnrolmentOpens or StepKind.PortraitReminder or StepKind.PortraitDeadline or StepKind.LateReminder or StepKind.LateJoiners => EnrolmentSteps.Plan(context),
            StepKind.MatchesProposed or StepKind.ReleaseReminder or StepKind.MatchesReleased => MatchingSteps.Plan(context),
            StepKind.MatchAsked or StepKind.MatchReminder or StepKind.MatchAgreed or StepKind.MatchUnavailable or StepKind.ConsentCloses => ConsentSteps.Plan(context),
            StepKind.EventInvitation or StepKind.Event => EventSteps.Plan(context),
            StepKind.SessionOpens or StepKind.SessionCheck or StepKind.SessionNudge or StepKind.SessionCloses => SessionSteps.Plan(context),
            StepKind.ReflectionOpens or StepKind.ReflectionReminder or StepKind.ReflectionCloses => ReflectionSteps.Plan(context),
            StepKind.EvaluationOpens or StepKind.EvaluationReminder or StepKind.EvaluationCloses or StepKind.ReportReady => EvaluationSteps.Plan(context),
            StepKind.ChangeNotice => ChangeSteps.Plan(context),
            StepKind.Withdrawal => WithdrawalSteps.Plan(context),
            StepKind.RetentionNotice or StepKind.Erasure or StepKind.Cancellation or StepKind.CohortClosed => ClosingSteps.Plan(context),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "No rule for this kind of step."),
        };
    }
}
