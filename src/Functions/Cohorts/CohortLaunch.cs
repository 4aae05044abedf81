using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Starts a cohort's orchestrator, once: the store's Draft to Running transition decides between two starters.</summary>
public sealed class CohortLaunch(CohortReader reader, ICohortStore store, TimeProvider clock)
{
    public async Task<LaunchOutcome> StartAsync(DurableTaskClient client, string id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return new LaunchOutcome.NoCohort();
        }

        var instanceId = Cohort.OrchestrationId(id);
        if (cohort.Cohort.Status == CohortStatus.Running
            && await client.GetInstanceAsync(instanceId, cancellation) is null or { RuntimeStatus: OrchestrationRuntimeStatus.Terminated })
        {
            // Started before, but its orchestrator is gone: a crash between the two writes below, or an administrator who ended it.
            await CohortOrchestration.ScheduleAsync(client, id, cancellation);
            return new LaunchOutcome.Started();
        }

        if (cohort.Cohort.Status != CohortStatus.Draft)
        {
            return new LaunchOutcome.StartedBefore(cohort.Cohort.Status);
        }

        var problems = StartRules.Check(cohort, clock.GetUtcNow()).ToList();
        if (problems.Count > 0)
        {
            return new LaunchOutcome.NotReady(problems);
        }

        var running = cohort.Cohort with { Status = CohortStatus.Running, StartedAt = clock.GetUtcNow() };
        if (!await store.TryReplaceAsync(cohort, running, cancellation))
        {
            return new LaunchOutcome.Overtaken();
        }

        await CohortOrchestration.ScheduleAsync(client, id, cancellation);
        return new LaunchOutcome.Started();
    }
}

public abstract record LaunchOutcome
{
    public sealed record Started : LaunchOutcome;

    public sealed record NoCohort : LaunchOutcome;

    public sealed record StartedBefore(CohortStatus Status) : LaunchOutcome;

    public sealed record NotReady(IReadOnlyList<Problem> Problems) : LaunchOutcome;

    /// <summary>Somebody changed or started it at the same moment.</summary>
    public sealed record Overtaken : LaunchOutcome;
}
