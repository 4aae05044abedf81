using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Ports;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Options;

namespace ReverseMentoring.Functions.Http;

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

            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is not { } stored || await reader.FindAsync(id, cancellation) is not { } cohort)
            {
                return Answer.NoCohort();
            }

            var decided = CohortChanges.Decide(cohort with { Cohort = stored.Value }, asked.Value, clock.GetUtcNow());
            if (!decided.Succeeded)
            {
                return Answer.Invalid(decided.Problems);
            }

            if (!await store.TryReplaceAsync(decided.Value.Cohort, stored.ETag, cancellation))
            {
                return Answer.Conflict("The cohort changed at this very moment. Look at its status, then send the change again.");
            }

            // After the change itself: a lost race must not tell people of a change that never was.
            foreach (var mail in decided.Value.Mails)
            {
                await store.TryCreateAsync(mail, cancellation);
            }

            await CohortStarter.NudgeAsync(client, id, cancellation);
            return Answer.Json(new { id, changed = decided.Value.Cohort.Changes[^1] });
        }, cancellation);
}
