using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Files;

/// <summary>The evaluation's report: nothing below its thresholds is in it.</summary>
public sealed class ReportFunction(ICohortStore store)
{
    [Function("GetReport")]
    [ApiCall(ApiGroup.Evaluation, "The evaluation's report", Refuses = [RefusalKind.Conflict])]
    [ApiAnswer(StatusCodes.Status200OK, "Nothing below the thresholds is in it.", Body = typeof(Report))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/report")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await store.FindAsync<Report>(id, Report.DocumentId, cancellation) is { Value: var report } ? Answer.Json(report)
        : await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is null ? Answer.Of(Refusal.NoCohort())
        : Answer.Of(Refusal.Conflict("There is no report yet. It is made when the evaluation closes."));
}
