using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Ports;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Options;

namespace ReverseMentoring.Functions.Http;

/// <summary>Creating, listing and reading cohorts.</summary>
public sealed class CohortFunctions(ICohortStore store, ISchemeLibrary schemes, WebOptions web, TimeProvider clock)
{
    [Function("CreateCohort")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts")] HttpRequest request, CancellationToken cancellation) =>
        Body.WithJsonAsync(request, web.MaxBodyBytes, async json =>
        {
            var read = CohortDefinitionReader.Read(json);
            var problems = read.Problems.ToList();
            if (read.Value is { Scheme.Length: > 0 } named && schemes.Find(named.Scheme) is null)
            {
                problems.Add(new Problem("/scheme", $"There is no such scheme. There are: {string.Join(", ", schemes.Ids)}."));
            }

            if (problems.Count > 0)
            {
                return Answer.Invalid(problems);
            }

            var cohort = new Cohort { Definition = read.Value!, Status = CohortStatus.Draft, CreatedAt = clock.GetUtcNow() };
            return await store.TryCreateAsync(cohort, cancellation)
                ? Answer.Located(request.HttpContext.Response, $"/api/cohorts/{cohort.CohortId}", new { id = cohort.CohortId, cohort.Status }, StatusCodes.Status201Created)
                : Answer.Conflict("There is a cohort with this id already. Choose another id.");
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
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: var cohort }
            ? Answer.Json(new { id, cohort.Status, cohort.Paused, cohort.CreatedAt, cohort.StartedAt, cohort.Definition, cohort.Changes })
            : Answer.NoCohort();
}
