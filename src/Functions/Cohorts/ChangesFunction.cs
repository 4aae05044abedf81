using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Extends the deadline, moves an event, pauses, resumes or cancels, each with a reason that is kept.</summary>
public sealed class ChangesFunction(ICohortStore store, CohortReader reader, WebOptions web, TimeProvider clock)
{
    [Function("ChangeCohort")]
    public Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/changes")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        Body.WithJsonAsync(request, web.MaxBodyBytes, async json =>
        {
            var asked = ChangeRequest.Read(json);
            if (!asked.Succeeded)
            {
                return Answer.Invalid(asked.Problems);
            }

            if (await reader.FindAsync(id, cancellation) is not { } cohort)
            {
                return Answer.NoCohort();
            }

            var decided = CohortChanges.Decide(cohort, asked.Value, clock.GetUtcNow());
            if (!decided.Succeeded)
            {
                return Answer.Invalid(decided.Problems);
            }

            // One write: whom to tell is part of the cohort, and a step of its own plans the emails.
            if (!await store.TryReplaceAsync(cohort, decided.Value, cancellation))
            {
                return Answer.Conflict("The cohort changed at this very moment. Look at its status, then send the change again.");
            }

            await CohortOrchestration.NudgeAsync(client, id, cancellation);
            return Answer.Json(new { id, changed = decided.Value.Changes[^1] });
        }, cancellation);
}
