using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Functions.Web;

/// <summary>The few shapes an API answer has.</summary>
public static class Answer
{
    public static IResult Json(object value, int status = StatusCodes.Status200OK) =>
        Results.Text(JsonSerializer.Serialize(value, DocumentJson.Options), "application/json; charset=utf-8", statusCode: status);

    public static IResult Located(HttpResponse response, string location, object value, int status)
    {
        response.Headers.Location = location;
        return Json(value, status);
    }

    /// <param name="answer">Asked where there is a value.</param>
    public static IResult Of<T>(Outcome<T> outcome, Func<T, IResult> answer)
        where T : notnull =>
        outcome.Succeeded ? answer(outcome.Value) : Of(outcome.Refusal);

    /// <summary>RFC 9457: what happened, what it means, what to do, and each place that is wrong.</summary>
    public static IResult Of(Refusal refusal)
    {
        var status = StatusOf(refusal.Kind);
        var places = refusal.Problems.Select(p => new ProblemPlace(p.Place, p.Sentence)).ToList();
        var answer = new ProblemAnswer(refusal.Happened, status, refusal.Advice, places.Count > 0 ? places : null);
        return Results.Text(
            JsonSerializer.Serialize(answer, DocumentJson.Options), "application/problem+json; charset=utf-8", statusCode: status);
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Unreadable => StatusCodes.Status400BadRequest,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.WrongType => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Exists => StatusCodes.Status412PreconditionFailed,
        RefusalKind.NotKnown => StatusCodes.Status401Unauthorized,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.WrongMethod => StatusCodes.Status405MethodNotAllowed,
        RefusalKind.Later => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.Fault => StatusCodes.Status500InternalServerError,
        var other => throw new ArgumentOutOfRangeException(nameof(kind), other, "There is no status for this refusal."),
    };
}

/// <summary>RFC 9457: why nothing was done.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What it means and what to do.</param>
/// <param name="Errors">Each place that is wrong.</param>
public sealed record ProblemAnswer(string Title, int Status, string Detail, IReadOnlyList<ProblemPlace>? Errors)
{
    [JsonPropertyOrder(-1)]
    public string Type => "about:blank";
}

/// <param name="Pointer">A JSON pointer, or the row and column.</param>
/// <param name="Detail">What is wrong there and what to do.</param>
public sealed record ProblemPlace(string Pointer, string Detail);
