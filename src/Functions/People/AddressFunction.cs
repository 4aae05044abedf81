using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.People;

/// <summary>
/// Corrects the address of somebody to whom email does not arrive, or of the coordinator ("coordinator" in place of an id).
/// </summary>
public sealed class AddressFunction(Calls calls, AddressCorrector corrector)
{
    [Function("CorrectAddress")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Corrects somebody's email address",
        Description = "Links sent to the old address stop working. What did not arrive there is sent to the new one, else a fresh link.",
        Refuses = [RefusalKind.Conflict])]
    [ApiParameter("personId", "The person's id, or \"coordinator\".")]
    [ApiBody("application/json", Body = typeof(AddressCorrection))]
    [ApiAnswer(
        StatusCodes.Status200OK, "The address is corrected; links sent to the old one no longer work.", Body = typeof(CorrectedAddress))]
    public Task<IResult> CorrectAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/people/{personId}/address")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        string personId,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            AddressCorrection.Read,
            (cohort, asked) => corrector.CorrectAsync(cohort, personId, asked, isShared: false, cancellation),
            corrected => Answer.Json(corrected));
}

/// <param name="Id">The cohort's.</param>
/// <param name="Person">Their id, or "coordinator".</param>
public sealed record CorrectedAddress(string Id, string Person, bool Corrected);
