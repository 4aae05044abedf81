using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.People;

/// <summary>Lists the people of a cohort, and takes one off it.</summary>
public sealed class ListPeopleFunction(Calls calls, PersonRemover remover)
{
    [Function("ListPeople")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Lists the people, and who has not answered",
        Description = "As the coordinator gave them; nothing that they wrote.")]
    [ApiAnswer(StatusCodes.Status200OK, "Everybody, by name.", Body = typeof(ListedPeople))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/people")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            cohort => Task.FromResult(Outcome.Of(ListedPeople.Of(cohort))),
            listed => Answer.Json(listed));

    [Function("RemovePerson")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Takes somebody off the cohort",
        Description = "Their data goes with proof: in a draft at once, later as if they had left; then they are told that the coordinator "
            + "did it, and a partner that the pair has ended.",
        Refuses = [RefusalKind.Conflict])]
    [ApiParameter("personId", "The person's id.")]
    [ApiBody("application/json", Body = typeof(Removal))]
    [ApiAnswer(StatusCodes.Status200OK, "The person no longer takes part.", Body = typeof(RemovedPerson))]
    public Task<IResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/people/{personId}/removal")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        string personId,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            Removal.Read,
            (cohort, asked) => remover.RemoveAsync(cohort, personId, asked, isShared: false, cancellation),
            removed => Answer.Json(removed));
}
