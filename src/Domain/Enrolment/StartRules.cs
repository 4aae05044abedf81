using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>What must hold before a cohort can start.</summary>
public static class StartRules
{
    /// <summary>Whoever is asked to give their time is told for what, and by what it will be judged (K9, T1).</summary>
    private static IEnumerable<Problem> CheckPlan(CohortDefinition definition)
    {
        if (definition.Plan.Measures.Count == 0)
        {
            yield return new Problem(
                "/plan/measures", "Nothing says by what you will know that it worked. Give at least one measure of success.");
        }

        if (definition.Plan.OwnerName.Length == 0)
        {
            yield return new Problem("/plan/ownerName", "Nobody owns the action that is to follow. Name somebody who sees to it.");
        }
    }

    /// <summary>What the preset asks for at the least (J6, K7).</summary>
    private static IEnumerable<Problem> CheckLeast(CohortSnapshot cohort)
    {
        var (least, plan) = (cohort.Scheme.Timetable, cohort.Definition.Sessions);
        if (plan.Count < least.LeastSessions)
        {
            yield return new Problem(
                "/sessions/count", $"{cohort.Scheme.Name} has at least {least.LeastSessions} sessions; the plan has {plan.Count}.");
        }

        var weeks = (int)((plan.Closes(plan.Count) - cohort.Definition.Launch.At).TotalDays / 7);
        if (weeks < least.LeastWeeks)
        {
            yield return new Problem(
                "/sessions/firstOpens",
                $"{cohort.Scheme.Name} runs for at least {least.LeastWeeks} weeks from its launch to the end of its last session; the plan "
                    + $"comes to {weeks}.");
        }
    }

    public static IEnumerable<Problem> Check(CohortSnapshot cohort, DateTimeOffset now)
    {
        if (!cohort.People.Any(p => p.IsMentor))
        {
            yield return new Problem("/people", "There is no reverse mentor yet. Add people first.");
        }

        if (!cohort.People.Any(p => p.IsMentee))
        {
            yield return new Problem("/people", "There is no reverse mentee yet. Add people first.");
        }

        foreach (var problem in CheckPlan(cohort.Definition).Concat(CheckLeast(cohort)))
        {
            yield return problem;
        }

        if (now >= cohort.Instant(cohort.Definition.PortraitDeadline))
        {
            yield return new Problem(
                "/portraitDeadline", "The pen-portrait deadline has passed. Extend it first.");
        }
    }
}
