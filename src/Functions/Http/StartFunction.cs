using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Ports;
using ReverseMentoring.Functions.Cohorts;

namespace ReverseMentoring.Functions.Http;

/// <summary>Starts a cohort's orchestrator, once: the store's Draft to Running transition decides between two starters.</summary>
public sealed class StartFunction(CohortReader reader, ICohortStore store, TimeProvider clock)
{
    [Function("StartCohort")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/start")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation)
    {
        if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is not { } stored || await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        var instanceId = Cohort.OrchestrationId(id);
        if (stored.Value.Status == CohortStatus.Running && await client.GetInstanceAsync(instanceId, cancellation) is null or { RuntimeStatus: OrchestrationRuntimeStatus.Terminated })
        {
            // Started before, but its orchestrator is gone: a crash between the two writes below, or an administrator who ended it.
            await CohortStarter.ScheduleAsync(client, id, cancellation);
            return Accepted(request, id);
        }

        if (stored.Value.Status != CohortStatus.Draft)
        {
            return Answer.Conflict($"This cohort was started before; it is {stored.Value.Status.ToString().ToLowerInvariant()}. GET api/cohorts/{id}/status shows where it stands.");
        }

        var problems = StartRules.Check(cohort, clock.GetUtcNow()).ToList();
        if (problems.Count > 0)
        {
            return Answer.Invalid(problems);
        }

        var running = stored.Value with { Status = CohortStatus.Running, StartedAt = clock.GetUtcNow() };
        if (!await store.TryReplaceAsync(running, stored.ETag, cancellation))
        {
            return Answer.Conflict("Somebody changed or started this cohort at the same moment. Look at its status, then try again if it is still a draft.");
        }

        await CohortStarter.ScheduleAsync(client, id, cancellation);
        return Accepted(request, id);
    }

    private static IResult Accepted(HttpRequest request, string id) => Answer.Located(
        request.HttpContext.Response, $"/api/cohorts/{id}/status", new { id, status = CohortStatus.Running, statusAt = $"/api/cohorts/{id}/status" }, StatusCodes.Status202Accepted);
}
