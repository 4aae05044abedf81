using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>What must hold before a cohort can start.</summary>
public static class StartRules
{
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

        if (now >= cohort.Instant(cohort.Definition.PortraitDeadline))
        {
            yield return new Problem(
                "/portraitDeadline", "The pen-portrait deadline has passed. Extend it first.");
        }
    }
}
