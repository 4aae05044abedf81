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

    /// <summary>Whether nothing happens in a cohort though it has begun.</summary>
    /// <returns>Null where its orchestrator runs, or none is needed.</returns>
    public static async Task<StoppedOrchestrator?> StoppedAsync(
        DurableTaskClient client, Cohort cohort, CancellationToken cancellation) => !cohort.HasOrchestrator
        ? null
        : (await client.GetInstanceAsync(Cohort.OrchestrationId(cohort.CohortId), cancellation))?.RuntimeStatus switch
        {
            OrchestrationRuntimeStatus.Suspended => StoppedOrchestrator.Suspended,
            OrchestrationRuntimeStatus.Terminated => StoppedOrchestrator.Terminated,
            null or OrchestrationRuntimeStatus.Failed => StoppedOrchestrator.Missing,
            _ => null,
        };

    /// <summary>
    /// Tells the orchestrator to look at the store again. Where it is gone, the watch finds that out; the store is the truth.
    /// </summary>
    public static Task NudgeAsync(DurableTaskClient client, string cohortId, CancellationToken cancellation) =>
        client.RaiseEventAsync(Cohort.OrchestrationId(cohortId), CohortOrchestrator.Nudge, null, cancellation);
}
