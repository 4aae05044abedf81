using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Where a cohort stands: what was done, what comes next and when, who it waits for. Counts and ids, no names.</summary>
public sealed class StatusFunction(Calls calls, CohortProgressReader progress)
{
    [Function("GetCohortStatus")]
    [ApiCall(ApiGroup.Cohorts, "Where the cohort stands: timeline planned and actual, what comes next, counts")]
    [ApiAnswer(StatusCodes.Status200OK, "Ids, times and counts; no names.", Body = typeof(CohortProgress))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/status")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            async cohort => Outcome.Of(await progress.ReadAsync(client, cohort, cancellation)),
            shown => Answer.Json(shown));
}
