using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Matching;

/// <summary>What the coordinator decides: rules, a new proposal, its release. Nothing is released by itself.</summary>
public sealed class MatchingDecisions(MatchingDesk desk, Calls calls)
{
    [Function("PutMatchingRules")]
    [ApiCall(
        ApiGroup.Matching,
        "Decides pins, forbidden pairs, weights and the choice among the best",
        Description = "Takes the place of all rules decided before, and counts in the next proposal.",
        Refuses = [RefusalKind.Conflict])]
    [ApiBody("application/json", Body = typeof(CoordinatorRules))]
    [ApiAnswer(StatusCodes.Status200OK, "The rules as they stand now.", Body = typeof(ShownRules))]
    public Task<IResult> RulesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/cohorts/{id}/matching/rules")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            Outcome.Of,
            (cohort, fields) => desk.DecideAsync(cohort, fields, cancellation)
                .ThenAsync(rules => new MatchingPresenter(cohort with { Rules = rules }).Rules()),
            rules => Answer.Json(rules));

    [Function("ProposeMatching")]
    [ApiCall(
        ApiGroup.Matching,
        "Matches again, under the rules as they stand",
        Description = "Takes no body. Nothing is released by it.",
        Refuses = [RefusalKind.Conflict, RefusalKind.Invalid])]
    [ApiAnswer(StatusCodes.Status200OK, "The new proposal, without the frontier.", Body = typeof(ShownMatching))]
    public Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/matching/proposal")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            cohort => desk.ProposeAsync(cohort, cancellation)
                .ThenAsync(made => new MatchingPresenter(cohort with { Proposal = made }).Whole(made, withFrontier: false)),
            whole => Answer.Json(whole));

    [Function("ReleaseMatching")]
    [ApiCall(
        ApiGroup.Matching,
        "Releases the proposal that was looked at",
        Description = "A version that was made again since is refused with 409.",
        Refuses = [RefusalKind.Conflict])]
    [ApiBody("application/json", Body = typeof(ReleaseRequest))]
    [ApiAnswer(
        StatusCodes.Status202Accepted, "Released; the introductions go out.", Body = typeof(ReleasedMatching), Location = "The status.")]
    public Task<IResult> ReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/matching/release")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            ReleaseRequest.Read,
            (cohort, asked) => desk.ReleaseAsync(cohort, asked.Version, isShared: false, cancellation),
            released => Answer.Located(
                request.HttpContext.Response,
                $"/api/cohorts/{id}/status",
                new ReleasedMatching(id, released.Version, Released: true),
                StatusCodes.Status202Accepted));
}
