using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.People;

/// <summary>Adds people to a cohort, or changes them, from a workbook, CSV or JSON, with an outcome for every row.</summary>
public sealed class PeopleFunction(Calls calls, PeopleAdder adder)
{
    [Function("AddPeople")]
    [ApiCall(
        ApiGroup.Cohorts,
        "Adds people, or changes them, with an outcome for every row",
        Description = "An address is in a cohort once, however often it is sent. Who is there already is changed in what the file says "
            + "otherwise, until a match is proposed; a column that the file lacks is left alone, an empty cell empties. After that only "
            + "mentor_places and mentee_places change, until the launch. What a person answered in their pen portrait stands; an address "
            + "is corrected by its own call. Somebody added after the pen-portrait deadline has seven days of their own to answer (less "
            + "when the launch is near) and is considered in the next proposal; possible until two days before the launch.",
        Refuses = [RefusalKind.Conflict])]
    [ApiParameter(
        PeopleQuery.DryRunName, "true: says row by row what the file would do; nothing is written and nobody is written to.",
        Words = ["true", "false"])]
    [ApiParameter(
        PeopleQuery.ColumnName,
        "A column and the heading it has in the file, such as email:E-post; goes before what the headings seem to mean. first_name and "
            + "last_name together are the name.",
        IsRepeated = true)]
    [ApiParameter(PeopleQuery.LeaveOutName, "A heading not to be read; * for every one that is none of the scheme's.", IsRepeated = true)]
    [ApiBody("text/csv", Description = "As spreadsheets and forms save it; the first line names the columns; commas, semicolons or tabs.")]
    [ApiBody(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Description = "A workbook (.xlsx); the first visible sheet whose first filled row names columns is read.")]
    [ApiBody("application/vnd.ms-excel", Description = "A workbook of Excel 2003 and before (.xls), read as a newer one.")]
    [ApiBody("application/json", Body = typeof(PersonRow), IsList = true)]
    [ApiAnswer(StatusCodes.Status200OK, "At least one row was taken, or would be.", Body = typeof(AddedPeople))]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/cohorts/{id}/people")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellation)
    {
        var asked = PeopleQuery.Read(request.Query);
        return calls.AnswerBytesAsync(
            new CohortCall(request, id, cancellation, Nudges: asked.Value?.DryRun == true ? null : client),
            (cohort, bytes) => asked.ThenAsync(query => PeopleBody.Read(bytes, request.ContentType ?? "", query.Choice)
                .Then(sent => sent.Read(query.Choice, cohort.Scheme))
                .ThenAsync(table => adder.TakeAsync(cohort, table, query.DryRun, cancellation))),
            added => Answer.Json(added));
    }
}
