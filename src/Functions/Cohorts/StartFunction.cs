using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Starts a cohort's orchestrator, once.</summary>
public sealed class StartFunction(CohortLaunch launch, Calls calls)
{
    [Function("StartCohort")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Starts the cohort's orchestrator",
        Description = "Takes no body. Again: 409.",
        Refuses = [RefusalKind.Conflict, RefusalKind.Invalid])]
    [ApiAnswer(StatusCodes.Status202Accepted, "Started.", Body = typeof(StartedCohort), Location = "The status.")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/start")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            cohort => launch.StartAsync(client, cohort, cancellation),
            started => Answer.Located(
                request.HttpContext.Response,
                $"/api/cohorts/{id}/status",
                new StartedCohort(id, started.Status, $"/api/cohorts/{id}/status"),
                StatusCodes.Status202Accepted));
}
