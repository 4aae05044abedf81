using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;

namespace ReverseMentoring.Functions.StaffConsole.Home;

/// <summary>Which of the six parts of a cohort's course it is in.</summary>
public static class CohortPhase
{
    public const int Count = 6;

    /// <returns>From 1, inviting, over matching, launch, sessions and evaluation to 6, keeping and erasing; 0 for a draft.</returns>
    public static int Of(CohortSnapshot cohort, DateTimeOffset now)
    {
        var definition = cohort.Definition;
        bool Reached(DateTime local) => now >= cohort.Instant(local);
        return cohort.Cohort.Status == CohortStatus.Draft ? 0
            : cohort.Cohort.Status is CohortStatus.Closed or CohortStatus.Cancelled || EvaluationSteps.Closes.IsDone(cohort.Cohort) ? 6
            : Reached(definition.Evaluation.Opens) ? 5
            : Reached(definition.Sessions.FirstOpens) ? 4
            : cohort.Pairs.Count > 0 ? 3
            : Reached(definition.PortraitDeadline) ? 2
            : 1;
    }
}
