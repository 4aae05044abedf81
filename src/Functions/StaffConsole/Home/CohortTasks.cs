using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Orchestrations;

namespace ReverseMentoring.Functions.StaffConsole.Home;

/// <summary>What waits for the coordinator of a cohort: each is something that nobody else does, and that holds something up.</summary>
public static class CohortTasks
{
    /// <param name="waiting">What another coordinator asked for, where two have to.</param>
    /// <param name="applications">How many wait for an answer.</param>
    public static IEnumerable<CohortTask> Of(
        CohortSnapshot cohort, StoppedOrchestrator? stopped, IReadOnlyList<FirstOfTwo> waiting, int applications,
        DateTimeOffset now)
    {
        var definition = cohort.Definition;
        var id = cohort.Cohort.CohortId;
        if (cohort.Cohort.Status == CohortStatus.Draft)
        {
            yield return new CohortTask("draft", DraftClock.RunsOut(cohort.Cohort), $"cohorts/{id}");
            yield break;
        }

        if (cohort.Cohort.Status != CohortStatus.Running)
        {
            yield break;
        }

        if (stopped is not null)
        {
            yield return new CohortTask("stopped", null, $"cohorts/{id}");
        }

        if (cohort.Cohort.Paused)
        {
            yield return new CohortTask("paused", null, $"cohorts/{id}/plan");
        }

        var refused = cohort.People.Count(p => p is { TakesPart: true, SuppressedAt: not null });
        if (refused > 0)
        {
            yield return new CohortTask("addresses", null, $"cohorts/{id}/people?show=undelivered") { Count = refused };
        }

        foreach (var first in waiting)
        {
            yield return new CohortTask(
                $"second-{first.What.ToString().ToLowerInvariant()}",
                first.At + FirstOfTwo.Life,
                first.What == SharedDecision.Release ? $"cohorts/{id}/matching" : $"cohorts/{id}/people/{first.AboutId}");
        }

        if (applications > 0 && definition.Applications is { } plan)
        {
            yield return new CohortTask("applications", cohort.Instant(plan.AnsweredBy), $"cohorts/{id}/applications")
            {
                Count = applications,
            };
        }

        if (cohort.Proposal is { ReleasedAt: not null } && Rematching.IsWishedFor(cohort, now))
        {
            yield return new CohortTask("rematch", Rematching.Until(cohort), $"cohorts/{id}/matching");
        }

        if (cohort.Proposal is { ReleasedAt: null } proposal)
        {
            var by = proposal.Again ? (DateTimeOffset?)null : cohort.Instant(definition.ReleaseBy);
            yield return new CohortTask("release", by, $"cohorts/{id}/matching") { Count = proposal.Pairs.Count };
        }
    }
}

/// <param name="Kind">A key of the words of the page: task.KIND.title and so on.</param>
/// <param name="By">UTC; null: as soon as may be.</param>
/// <param name="Path">Below console/, where it is done.</param>
public sealed record CohortTask(string Kind, DateTimeOffset? By, string Path)
{
    /// <summary>Of how many people or pairs it speaks.</summary>
    public int Count { get; init; }
}
