using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Creating, listing and reading cohorts.</summary>
public sealed class CohortFunctions(ICohortStore store, CohortCreator creator, IPublicHolidays holidays, Calls calls)
{
    [Function("CreateCohort")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Creates a draft",
        Description = "Every bad field is reported at once; dates on weekends and public holidays are taken, with a warning.",
        Refuses = [RefusalKind.Conflict])]
    [ApiBody("application/json", Body = typeof(CohortDefinition))]
    [ApiAnswer(StatusCodes.Status201Created, "The draft.", Body = typeof(CreatedCohort), Location = "The cohort.")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts")] HttpRequest request, CancellationToken cancellation) =>
        calls.AnswerAsync(
            request,
            definition => creator.CreateAsync(definition, cancellation),
            created => Answer.Located(
                request.HttpContext.Response,
                $"/api/cohorts/{created.CohortId}",
                CreatedCohort.Of(created, holidays),
                StatusCodes.Status201Created),
            cancellation);

    [Function("ListCohorts")]
    [ApiCall(ApiGroup.Cohorts, "Lists the cohorts")]
    [ApiAnswer(StatusCodes.Status200OK, "All cohorts, in order of id.", Body = typeof(CohortList))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts")] HttpRequest request, CancellationToken cancellation)
    {
        var cohorts = new List<CohortSummary>();
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: var cohort })
            {
                cohorts.Add(
                    new CohortSummary(id, cohort.Definition.Name, cohort.Status, cohort.Paused, $"/api/cohorts/{id}/status"));
            }
        }

        return Answer.Json(new CohortList(cohorts));
    }

    [Function("GetCohort")]
    [ApiCall(ApiGroup.Cohorts, "Reads a cohort's definition and the changes made to it")]
    [ApiAnswer(StatusCodes.Status200OK, "The cohort.", Body = typeof(ShownCohort))]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is { Value: var cohort }
            ? Answer.Json(
                new ShownCohort(
                    id, cohort.Status, cohort.Paused, cohort.Status == CohortStatus.Draft ? DraftClock.RunsOut(cohort) : null,
                        cohort.CreatedAt, cohort.StartedAt, cohort.Definition, cohort.Changes))
            : Answer.Of(Refusal.NoCohort());
}
