using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;

namespace ReverseMentoring.Functions.Orchestrations;

/// <summary>The ways in which the rim speaks to a cohort's orchestrator.</summary>
public static class CohortOrchestration
{
    /// <summary>Scheduling one that lives already does nothing.</summary>
    public static async Task ScheduleAsync(DurableTaskClient client, string cohortId, CancellationToken cancellation)
    {
        var options = new StartOrchestrationOptions(Cohort.OrchestrationId(cohortId))
            .WithDedupeStatuses(
                OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(CohortOrchestrator), cohortId, options, cancellation);
        }
        catch (DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException)
        {
            // It lives already: what this call is for.
        }
    }

    /// <summary>
    /// Tells the orchestrator to look at the store again. Where it is gone, the watch finds that out; the store is the truth.
    /// </summary>
    public static Task NudgeAsync(DurableTaskClient client, string cohortId, CancellationToken cancellation) =>
        client.RaiseEventAsync(Cohort.OrchestrationId(cohortId), CohortOrchestrator.Nudge, null, cancellation);
}
