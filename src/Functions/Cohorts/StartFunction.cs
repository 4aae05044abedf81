using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Starts a cohort's orchestrator, once.</summary>
public sealed class StartFunction(CohortLaunch launch)
{
    [Function("StartCohort")]
    public async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/start")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        await launch.StartAsync(client, id, cancellation) switch
        {
            LaunchOutcome.Started => Answer.Located(
                request.HttpContext.Response,
                $"/api/cohorts/{id}/status",
                new { id, status = CohortStatus.Running, statusAt = $"/api/cohorts/{id}/status" },
                StatusCodes.Status202Accepted),
            LaunchOutcome.NoCohort => Answer.NoCohort(),
            LaunchOutcome.NotReady notReady => Answer.Invalid(notReady.Problems),
            LaunchOutcome.StartedBefore before => Answer.Conflict(
                $"This cohort was started before; it is {before.Status.ToString().ToLowerInvariant()}. " +
                $"GET api/cohorts/{id}/status shows where it stands."),
            LaunchOutcome.Overtaken => Answer.Conflict(
                "Somebody changed or started this cohort at the same moment. Look at its status, then try again if it is still a draft."),
            var other => throw new InvalidOperationException($"There is no answer for {other.GetType().Name}."),
        };
}
