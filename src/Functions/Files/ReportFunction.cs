using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Files;

/// <summary>The evaluation's report: nothing below its thresholds is in it.</summary>
public sealed class ReportFunction(ICohortStore store)
{
    [Function("GetReport")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/report")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await store.FindAsync<Report>(id, Report.DocumentId, cancellation) is { Value: var report } ? Answer.Json(report)
        : await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is null ? Answer.NoCohort()
        : Answer.Conflict("There is no report yet. It is made when the evaluation closes.");
}
