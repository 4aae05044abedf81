using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Ports;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Cohorts;
using ReverseMentoring.Functions.Options;

namespace ReverseMentoring.Functions.Http;

/// <summary>What was proposed, and its release, which only the coordinator makes.</summary>
public sealed class MatchingFunctions(ICohortStore store, CohortReader reader, WebOptions web, TimeProvider clock)
{
    [Function("GetMatching")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/matching")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        if (cohort.Proposal is not { } proposal)
        {
            return Answer.Conflict("There is no proposal yet. It is made at the pen-portrait deadline.");
        }

        return Answer.Json(new
        {
            proposal.Version,
            proposal.ProposedAt,
            proposal.ReleasedAt,
            pairs = proposal.Pairs.Select(p => new { mentor = Show(p.MentorId), mentee = Show(p.MenteeId), p.Conflicts }),
            leftOut = proposal.LeftOut.Select(l => new { person = Show(l.PersonId), l.Side, l.Reason }),
        });

        object Show(string personId) => cohort.FindPerson(personId) is { } person
            ? new { id = personId, person.Name, person.Organisation, person.Rank }
            : new { id = personId, name = "someone who has left" };
    }

    [Function("ReleaseMatching")]
    public async Task<IResult> ReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/matching/release")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation)
    {
        var (json, refusal) = await Body.ReadJsonAsync(request, web.MaxBodyBytes, cancellation);
        if (json is null)
        {
            return refusal!;
        }

        using (json)
        {
            var problems = new List<Problem>();
            var fields = new FieldReader(json.RootElement, "", problems);
            var version = fields.Whole("version", 1, int.MaxValue);
            fields.RefuseUnknown();
            if (problems.Count > 0)
            {
                return Answer.Invalid(problems);
            }

            if (await store.FindAsync<Proposal>(id, Proposal.DocumentId, cancellation) is not { } stored)
            {
                return await reader.FindAsync(id, cancellation) is null ? Answer.NoCohort() : Answer.Conflict("There is no proposal yet. It is made at the pen-portrait deadline.");
            }

            if (stored.Value.Version != version)
            {
                return Answer.Conflict($"The proposal has moved on: this is version {stored.Value.Version}, you asked to release {version}. Look at it again before you release it.");
            }

            if (stored.Value.ReleasedAt is null && !await store.TryReplaceAsync(stored.Value with { ReleasedAt = clock.GetUtcNow() }, stored.ETag, cancellation))
            {
                return Answer.Conflict("The proposal changed at this very moment. Look at it again before you release it.");
            }

            await CohortStarter.NudgeAsync(client, id, cancellation);
            return Answer.Located(request.HttpContext.Response, $"/api/cohorts/{id}/status", new { id, version, released = true }, StatusCodes.Status202Accepted);
        }
    }
}
