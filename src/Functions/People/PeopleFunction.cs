using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.People;

/// <summary>Adds people to a cohort, from CSV or JSON, with an outcome for every row.</summary>
public sealed class PeopleFunction(Calls calls, PeopleAdder adder, TimeProvider clock)
{
    [Function("AddPeople")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Adds people, with an outcome for every row",
        Description = "An address is in a cohort once, however often it is sent. Somebody added after the pen-portrait deadline has seven "
            + "days of their own to answer (less when the launch is near) and is considered in the next proposal; possible until two days "
            + "before the launch.",
        Refuses = [RefusalKind.Conflict])]
    [ApiBody("text/csv", Description = "As spreadsheets and forms save it; the first line names the columns; commas, semicolons or tabs.")]
    [ApiBody("application/json", Body = typeof(PersonRow), IsList = true)]
    [ApiAnswer(StatusCodes.Status200OK, "At least one row was taken.", Body = typeof(AddedPeople))]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/people")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation) =>
        calls.AnswerBytesAsync(
            new CohortCall(request, id, cancellation, Nudges: client),
            async (cohort, bytes) =>
            {
                var rows = PeopleBody.Read(bytes, request.ContentType ?? "").Then(table => HeadedWell(table, cohort.Scheme));
                if (rows.Succeeded && LateJoiners.WhyNotAdd(cohort, clock.GetUtcNow()) is { } whyNot)
                {
                    return whyNot;
                }

                return await rows.ThenAsync(
                    async table => AddedPeople.Of(await adder.AddAsync(cohort, table.Rows, cancellation), table.File));
            },
            added => Answer.Json(added));

    /// <summary>A fault of the headings is told once, and nobody is added.</summary>
    private static Outcome<PeopleTable> HeadedWell(PeopleTable table, Scheme scheme) => table.File is null
        ? table
        : Outcome.Of(table, [.. PeopleColumns.Check(table.Rows.SelectMany(r => r.Cells.Keys).ToHashSet(StringComparer.Ordinal), scheme)]);
}
