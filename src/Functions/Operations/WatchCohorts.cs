using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Orchestrations;

namespace ReverseMentoring.Functions.Operations;

/// <summary>Once a night: every running cohort has a living orchestrator, and old finished waves are cleared away.</summary>
public sealed class WatchCohorts(ICohortStore store, ICohortObserver observer, TimeProvider clock)
{
    private static readonly TimeSpan KeepFinished = TimeSpan.FromDays(30);

    [Function(nameof(WatchCohorts))]
    public async Task RunAsync(
        [TimerTrigger("0 40 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value.HasOrchestrator: true })
            {
                await ReviveAsync(client, id, cancellation);
            }
        }

        var old = new PurgeInstancesFilter(null, clock.GetUtcNow() - KeepFinished, [OrchestrationRuntimeStatus.Completed]);
        await client.PurgeAllInstancesAsync(old, cancellation);
    }

    /// <summary>
    /// One that an administrator ended stays ended; one that is missing or failed is started again, since the store knows all it needs.
    /// </summary>
    private async Task ReviveAsync(DurableTaskClient client, string cohortId, CancellationToken cancellation)
    {
        var status = (await client.GetInstanceAsync(Cohort.OrchestrationId(cohortId), cancellation))?.RuntimeStatus;
        if (status is null or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Completed)
        {
            observer.Problem(cohortId, $"Its orchestrator was {status?.ToString() ?? "missing"}; it was started again.", clock.GetUtcNow());
            await CohortOrchestration.ScheduleAsync(client, cohortId, cancellation);
        }
    }
}
