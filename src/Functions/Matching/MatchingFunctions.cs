using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Matching;

/// <summary>What was proposed and why, what stands in the way, and why not otherwise. None of it changes anything.</summary>
public sealed class MatchingFunctions(Calls calls)
{
    [Function("GetMatching")]
    [ApiCall(ApiGroup.Matching, "The proposed matches", Refuses = [RefusalKind.Conflict])]
    [ApiParameter("frontier", "yes: the frontier also for more than 250 people.", Words = ["yes"])]
    [ApiAnswer(StatusCodes.Status200OK, "The latest proposal.", Body = typeof(ShownMatching))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/matching")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            cohort => Task.FromResult<Outcome<ShownMatching>>(cohort.Proposal is { } proposal
                ? new MatchingPresenter(cohort).Whole(proposal, request.Query["frontier"] == "yes")
                : Refusal.Conflict(
                    $"{ProposalRules.NoProposalYet} Until then GET api/cohorts/{id}/matching/readiness shows what stands in its way.")),
            whole => Answer.Json(whole));

    [Function("GetReadiness")]
    [ApiCall(ApiGroup.Matching, "What stands in the way of a good matching")]
    [ApiAnswer(StatusCodes.Status200OK, "Of those whose pen portrait has come; pins aside.", Body = typeof(ShownReadiness))]
    public Task<IResult> ReadinessAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/matching/readiness")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            cohort => Task.FromResult(Outcome.Of(new MatchingPresenter(cohort).ReadinessReport())),
            report => Answer.Json(report));

    [Function("GetWhyNot")]
    [ApiCall(ApiGroup.Matching, "Why these two are not a pair", Refuses = [RefusalKind.Invalid])]
    [ApiParameter("mentor", "The reverse mentor's id.", IsRequired = true)]
    [ApiParameter("mentee", "The reverse mentee's id.", IsRequired = true)]
    [ApiAnswer(
        StatusCodes.Status200OK, "The hard rules, or the price of forcing the pair and solving again.", Body = typeof(ShownWhyNot))]
    public Task<IResult> WhyNotAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/matching/why-not")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        calls.AnswerAsync(
            new CohortCall(request, id, cancellation),
            cohort => Task.FromResult(WhyNot(cohort, request.Query["mentor"].ToString(), request.Query["mentee"].ToString())),
            whyNot => Answer.Json(whyNot));

    private static Outcome<ShownWhyNot> WhyNot(CohortSnapshot cohort, string mentor, string mentee)
    {
        var unknown = new[] { (Name: "mentor", Id: mentor), (Name: "mentee", Id: mentee) }
            .Where(asked => cohort.FindPerson(asked.Id) is not { TakesPart: true })
            .Select(asked => new Problem(
                asked.Name,
                $"{asked.Name} must be the id of someone in this cohort, as GET api/cohorts/{cohort.Cohort.CohortId}/matching shows it."))
            .ToList();
        return unknown.Count > 0 ? Refusal.Invalid(unknown) : new MatchingPresenter(cohort).WhyNot(mentor, mentee);
    }
}
