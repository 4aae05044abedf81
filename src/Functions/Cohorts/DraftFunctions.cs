using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>What can be done with a cohort only before it is started: to lay it down anew, and to delete it.</summary>
public sealed class DraftFunctions(CohortCreator creator, CohortReader reader, DraftKeeper drafts, IPublicHolidays holidays, Calls calls)
{
    [Function("EditDraft")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Lays a draft down anew",
        Description = "The whole definition, as at creation; the people in it stay.",
        Refuses = [RefusalKind.Conflict])]
    [ApiBody("application/json", Body = typeof(CohortDefinition))]
    [ApiAnswer(StatusCodes.Status200OK, "The draft as it stands now.", Body = typeof(CreatedCohort))]
    public Task<IResult> EditAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            request,
            async fields => await reader.FindAsync(id, cancellation) is { } cohort
                ? await creator.EditAsync(cohort, fields, cancellation)
                : Refusal.NoCohort(),
            edited => Answer.Json(CreatedCohort.Of(edited, holidays)),
            cancellation);

    [Function("DeleteDraft")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Deletes a draft with everybody in it",
        Description = "Nobody is written to: nobody had heard of it. Each person's erasure leaves proof.",
        Refuses = [RefusalKind.Conflict])]
    [ApiAnswer(StatusCodes.Status200OK, "It is gone.", Body = typeof(DeletedCohort))]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/cohorts/{id}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation), cohort => drafts.DeleteAsync(cohort, cancellation), deleted => Answer.Json(deleted));
}
