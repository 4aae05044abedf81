using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Starts a cohort's orchestrator, once: the store's Draft to Running transition decides between two starters.</summary>
public sealed class CohortLaunch(ICohortStore store, TimeProvider clock)
{
    private const string Overtaken =
        "Somebody changed or started this cohort at the same moment. Look at its status, then try again if it is still a draft.";

    /// <returns>The cohort as it is started; invalid where it is not ready, a conflict where it was started before.</returns>
    public async Task<Outcome<Cohort>> StartAsync(DurableTaskClient client, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var id = cohort.Cohort.CohortId;
        if (cohort.Cohort.Status == CohortStatus.Running
            && await client.GetInstanceAsync(Cohort.OrchestrationId(id), cancellation)
                is null or { RuntimeStatus: OrchestrationRuntimeStatus.Terminated })
        {
            // Started before, but its orchestrator is gone: a crash between the two writes below, or an administrator who ended it.
            await CohortOrchestration.ScheduleAsync(client, id, cancellation);
            return cohort.Cohort;
        }

        if (cohort.Cohort.Status != CohortStatus.Draft)
        {
            return Refusal.Conflict(
                $"This cohort was started before; it is {cohort.Cohort.Status.ToString().ToLowerInvariant()}. "
                    + $"GET api/cohorts/{id}/status shows where it stands.");
        }

        var ready = Outcome.Of(
            cohort.Cohort with { Status = CohortStatus.Running, StartedAt = clock.GetUtcNow() },
            [.. StartRules.Check(cohort, clock.GetUtcNow())]);
        var started = await ready.ThenAsync(running => store.ReplaceAsync(cohort, running, Overtaken, cancellation));
        if (started.Succeeded)
        {
            await CohortOrchestration.ScheduleAsync(client, id, cancellation);
        }

        return started;
    }
}
