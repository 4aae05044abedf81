using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.People;

/// <summary>Adds people to a cohort, from CSV or JSON, with an outcome for every row.</summary>
public sealed class PeopleFunction(CohortReader reader, PeopleAdder adder, WebOptions web, TimeProvider clock)
{
    [Function("AddPeople")]
    public async Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/people")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation)
    {
        if (await reader.FindAsync(id, cancellation) is not { } cohort)
        {
            return Answer.NoCohort();
        }

        var (bytes, refusal) = await Body.ReadAsync(request, web.MaxBodyBytes, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        var rows = PeopleBody.Read(bytes, request.ContentType ?? "", out var unreadable);
        if (unreadable is not null)
        {
            return unreadable;
        }

        if (LateJoiners.WhyNotAdd(cohort, clock.GetUtcNow()) is { } whyNot)
        {
            return Answer.Conflict(whyNot);
        }

        var outcomes = await adder.AddAsync(cohort, rows, cancellation);
        if (cohort.Cohort.Status == CohortStatus.Running)
        {
            await CohortOrchestration.NudgeAsync(client, id, cancellation);
        }

        var refused = outcomes.Count(o => o.Outcome == RowOutcomeKind.Refused);
        var added = outcomes.Count(o => o.Outcome == RowOutcomeKind.Added);
        var summary = new { added, alreadyThere = outcomes.Count - refused - added, refused, rows = outcomes };
        return refused > 0 && refused == outcomes.Count
            ? Answer.Invalid([.. outcomes.SelectMany(o => o.Problems ?? [])])
            : Answer.Json(summary);
    }
}
