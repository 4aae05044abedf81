using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Matching;

/// <summary>What was proposed and why, what stands in the way, and why not otherwise. None of it changes anything.</summary>
public sealed class MatchingFunctions(CohortReader reader)
{
    [Function("GetMatching")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/matching")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        return cohort.Proposal is { } proposal
            ? Answer.Json(new MatchingPresenter(cohort).Whole(proposal, request.Query["frontier"] == "yes"))
            : Answer.Conflict(
                $"{ProposalRules.NoProposalYet} Until then GET api/cohorts/{id}/matching/readiness shows what stands in its way.");
    }

    [Function("GetReadiness")]
    public async Task<IResult> ReadinessAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/matching/readiness")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await reader.FindAsync(id, cancellation) is { } cohort
            ? Answer.Json(new MatchingPresenter(cohort).ReadinessReport())
            : Answer.NoCohort();

    [Function("GetWhyNot")]
    public async Task<IResult> WhyNotAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/cohorts/{id}/matching/why-not")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        var problems = new List<Problem>();
        string PersonOf(string name)
        {
            var personId = request.Query[name].ToString();
            if (cohort.FindPerson(personId) is not { TakesPart: true })
            {
                problems.Add(
                    new Problem(name, $"{name} must be the id of someone in this cohort, as GET api/cohorts/{id}/matching shows it."));
            }

            return personId;
        }

        var (mentor, mentee) = (PersonOf("mentor"), PersonOf("mentee"));
        return problems.Count > 0 ? Answer.Invalid(problems) : Answer.Json(new MatchingPresenter(cohort).WhyNot(mentor, mentee));
    }
}
