using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Creating, listing and reading cohorts.</summary>
public sealed class CohortFunctions(ICohortStore store, CohortCreator creator, WebOptions web)
{
    [Function("CreateCohort")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts")] HttpRequest request, CancellationToken cancellation) =>
        Body.WithJsonAsync(request, web.MaxBodyBytes, async json =>
        {
            var (created, problems) = await creator.CreateAsync(json, cancellation);
            return problems.Count > 0 ? Answer.Invalid(problems)
                : created is null ? Answer.Conflict("There is a cohort with this id already. Choose another id.")
                : Answer.Located(
                    request.HttpContext.Response,
                    $"/api/cohorts/{created.CohortId}",
                    new { id = created.CohortId, created.Status },
                    StatusCodes.Status201Created);
        }, cancellation);

    [Function("ListCohorts")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts")] HttpRequest request, CancellationToken cancellation)
    {
        var cohorts = new List<object>();
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: var cohort })
            {
                cohorts.Add(new { id, cohort.Definition.Name, cohort.Status, cohort.Paused, statusAt = $"/api/cohorts/{id}/status" });
            }
        }

        return Answer.Json(new { cohorts });
    }

    [Function("GetCohort")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: var cohort }
            ? Answer.Json(new { id, cohort.Status, cohort.Paused, cohort.CreatedAt, cohort.StartedAt, cohort.Definition, cohort.Changes })
            : Answer.NoCohort();
}
