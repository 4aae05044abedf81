using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Functions.Web;

/// <summary>The few shapes an API answer has.</summary>
internal static class Answer
{
    public static IResult Json(object value, int status = StatusCodes.Status200OK) =>
        Results.Text(JsonSerializer.Serialize(value, DocumentJson.Options), "application/json; charset=utf-8", statusCode: status);

    public static IResult Located(HttpResponse response, string location, object value, int status)
    {
        response.Headers.Location = location;
        return Json(value, status);
    }

    /// <summary>RFC 9457: what happened, what it means, what to do, and each place that is wrong.</summary>
    public static IResult Problem(int status, string title, string detail, IReadOnlyList<Problem>? problems = null) =>
        Results.Text(
            JsonSerializer.Serialize(
                new
                {
                    type = "about:blank",
                    title,
                    status,
                    detail,
                    errors = problems?.Select(
                    p => new { pointer = p.Place, detail = p.Sentence })
                },
                DocumentJson.Options),
            "application/problem+json; charset=utf-8",
            statusCode: status);

    public static IResult Invalid(IReadOnlyList<Problem> problems) => Problem(
        StatusCodes.Status422UnprocessableEntity,
        "The request can't be taken as it is", "Nothing was changed. Mend each of the places below and send it again.", problems);

    public static IResult NoCohort() => Problem(
        StatusCodes.Status404NotFound, "There is no such cohort", "Nothing was changed. GET api/cohorts lists the cohorts there are.");

    public static IResult Conflict(string detail) =>
        Problem(StatusCodes.Status409Conflict, "The cohort is not in a state for that", detail);
}
