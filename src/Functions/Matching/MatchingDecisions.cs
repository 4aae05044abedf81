using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Matching;

/// <summary>What the coordinator decides: rules, a new proposal, its release. Nothing is released by itself.</summary>
public sealed class MatchingDecisions(ICohortStore store, CohortReader reader, WebOptions web, TimeProvider clock)
{
    private const string Moved = "The proposal changed at this very moment. Look at it again.";

    [Function("PutMatchingRules")]
    public Task<IResult> RulesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/matching/rules")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        Body.WithJsonAsync(request, web.MaxBodyBytes, async json =>
        {
            if (await reader.FindAsync(id, cancellation) is not { } cohort)
            {
                return Answer.NoCohort();
            }

            if (ProposalRules.WhyNotRules(cohort, clock.GetUtcNow()) is { } whyNot)
            {
                return Answer.Conflict(whyNot);
            }

            var read = RulesRequest.Read(json, cohort, clock.GetUtcNow(), out var looked);
            if (!read.Succeeded)
            {
                return Answer.Invalid(read.Problems);
            }

            if (looked is { } version && version != cohort.Rules.Version)
            {
                return Answer.Conflict(
                    $"The rules have moved on: this is version {cohort.Rules.Version}, you looked at {version}. Nothing was changed; look "
                        + "at them again.");
            }

            return await store.TryReplaceAsync(cohort, read.Value, cancellation)
                ? Answer.Json(new MatchingPresenter(cohort with { Rules = read.Value }).Rules())
                : Answer.Conflict("The rules changed at this very moment. Nothing was changed; look at them again.");
        }, cancellation);

    [Function("ProposeMatching")]
    public async Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/matching/proposal")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        var now = clock.GetUtcNow();
        if (ProposalRules.WhyNotPropose(cohort, now) is { } whyNot)
        {
            return Answer.Conflict(whyNot);
        }

        var proposed = ProposalRules.Propose(cohort, now);
        if (!proposed.Succeeded)
        {
            return Answer.Invalid(proposed.Problems);
        }

        if (!await store.TryReplaceAsync(cohort, proposed.Value, cancellation))
        {
            return Answer.Conflict(Moved);
        }

        await CohortOrchestration.NudgeAsync(client, id, cancellation);
        return Answer.Json(new MatchingPresenter(cohort with { Proposal = proposed.Value }).Whole(proposed.Value, withFrontier: false));
    }

    [Function("ReleaseMatching")]
    public Task<IResult> ReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/matching/release")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        Body.WithJsonAsync(request, web.MaxBodyBytes, async json =>
        {
            var problems = new List<Problem>();
            var fields = new FieldReader(json, "", problems);
            var version = fields.Whole("version", 1, int.MaxValue);
            fields.RefuseUnknown();
            if (problems.Count > 0)
            {
                return Answer.Invalid(problems);
            }

            if (await reader.FindAsync(id, cancellation) is not { } cohort)
            {
                return Answer.NoCohort();
            }

            if (ProposalRules.WhyNotRelease(cohort, version, clock.GetUtcNow()) is { } whyNot)
            {
                return Answer.Conflict(whyNot);
            }

            if (cohort.Proposal is { ReleasedAt: null } proposal
                && !await store.TryReplaceAsync(cohort, proposal with { ReleasedAt = clock.GetUtcNow() }, cancellation))
            {
                return Answer.Conflict(Moved);
            }

            await CohortOrchestration.NudgeAsync(client, id, cancellation);
            return Answer.Located(
                request.HttpContext.Response,
                $"/api/cohorts/{id}/status",
                new { id, version, released = true },
                StatusCodes.Status202Accepted);
        }, cancellation);
}
