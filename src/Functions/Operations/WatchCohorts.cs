using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Operations;

/// <summary>
/// Once a night: every running cohort has a living orchestrator, people's clocks run on in drafts and in cohorts that an administrator has
/// stopped, and old finished waves are cleared away.
/// </summary>
public sealed class WatchCohorts(
    CohortReader reader, ICohortStore store, StoppedCohorts stopped, DraftKeeper drafts, ICohortObserver observer, TimeProvider clock)
{
    private static readonly TimeSpan KeepFinished = TimeSpan.FromDays(30);

    [Function(nameof(WatchCohorts))]
    public async Task RunAsync(
        [TimerTrigger("0 40 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is not { Value: { } cohort })
            {
                continue;
            }

            if (cohort.HasOrchestrator)
            {
                await WatchAsync(client, id, cancellation);
            }
            else if (IsOver(cohort))
            {
                var deleted = await drafts.DeleteAsync(await reader.ReadAsync(id, cancellation), cancellation);
                observer.Problem(
                    id,
                    deleted.Succeeded ? "It was never started, and its time was over: the draft was deleted."
                        : "A draft could not be deleted.",
                    clock.GetUtcNow());
            }
        }

        var old = new PurgeInstancesFilter(null, clock.GetUtcNow() - KeepFinished, [OrchestrationRuntimeStatus.Completed]);
        await client.PurgeAllInstancesAsync(old, cancellation);
    }

    /// <summary>
    /// One that an administrator ended stays ended; one that is missing or failed is started again, since the store knows all it needs.
    /// </summary>
    private async Task WatchAsync(DurableTaskClient client, string cohortId, CancellationToken cancellation)
    {
        var status = (await client.GetInstanceAsync(Cohort.OrchestrationId(cohortId), cancellation))?.RuntimeStatus;
        if (status is null or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Completed)
        {
            observer.Problem(cohortId, $"Its orchestrator was {status?.ToString() ?? "missing"}; it was started again.", clock.GetUtcNow());
            await CohortOrchestration.ScheduleAsync(client, cohortId, cancellation);
        }
        else if (status is OrchestrationRuntimeStatus.Terminated or OrchestrationRuntimeStatus.Suspended)
        {
            var steps = await stopped.EraseDueAsync(cohortId, cancellation);
            observer.Problem(
                cohortId, $"An administrator stopped it ({status}); erasures go on, of which {steps} were due.", clock.GetUtcNow());
        }
    }

    /// <summary>A draft whose time is over, or one whose deletion was cut short.</summary>
    private bool IsOver(Cohort cohort) => cohort switch
    {
        { Status: CohortStatus.Draft } => clock.GetUtcNow() >= DraftClock.RunsOut(cohort),
        { Status: CohortStatus.Closed, StartedAt: null } => true,
        _ => false,
    };
}
