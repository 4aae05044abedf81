using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.People;

/// <summary>
/// Corrects the address of somebody to whom email does not arrive, or of the coordinator ("coordinator" in place of an id).
/// </summary>
public sealed class AddressFunction(CohortReader reader, AddressCorrector corrector, WebOptions web)
{
    [Function("CorrectAddress")]
    public Task<IResult> CorrectAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/people/{personId}/address")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        string personId,
        CancellationToken cancellation) =>
        Body.WithJsonAsync(request, web.MaxBodyBytes, async json =>
        {
            var asked = AddressCorrection.Read(json);
            if (!asked.Succeeded)
            {
                return Answer.Invalid(asked.Problems);
            }

            if (await reader.FindAsync(id, cancellation) is not { } cohort)
            {
                return Answer.NoCohort();
            }

            if (personId == OutboxMail.CoordinatorId)
            {
                await corrector.CorrectCoordinatorAsync(id, asked.Value, cancellation);
            }
            else if (cohort.FindPerson(personId) is not { TakesPart: true } person)
            {
                return Answer.Problem(
                    StatusCodes.Status404NotFound, "Nobody in this cohort has this id",
                    $"Nothing was changed. GET api/cohorts/{id}/matching and the emails about undelivered mail name the ids.");
            }
            else if (!await corrector.CorrectAsync(cohort, person, asked.Value, cancellation))
            {
                return Answer.Conflict("Somebody else in this cohort has this address. Nothing was changed.");
            }

            await CohortOrchestration.NudgeAsync(client, id, cancellation);
            return Answer.Json(new { id, person = personId, corrected = true });
        }, cancellation);
}
