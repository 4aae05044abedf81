using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Web;

/// <summary>Takes a form that a person posts, application/x-www-form-urlencoded, to the page that answers it.</summary>
public sealed class PostedForms(TroublePages pages, WebOptions web)
{
    public const string ContentType = "application/x-www-form-urlencoded";

    private const int MostFields = 100;

    /// <summary>A form up to so many times the limit is not taken, and yet given back whole.</summary>
    private const int GivenBack = 4;

    /// <summary>Answers a posted form with a page, and wakes the orchestrator where the page says that something has changed.</summary>
    internal async Task<IResult> AnswerAsync(
        HttpRequest request, DurableTaskClient client,
        Func<IReadOnlyDictionary<string, string>, Task<ShownPage>> answer, CancellationToken cancellation)
    {
        var shown = await AnswerAsync(request, answer, cancellation);
        if (shown.Nudges is { } cohortId)
        {
            await CohortOrchestration.NudgeAsync(client, cohortId, cancellation);
        }

        return PageResult.Of(request.HttpContext.Response, shown);
    }

    /// <summary>Keeps what a form holds, if it is one, for whatever page is shown.</summary>
    internal async Task KeepAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (HttpMethods.IsPost(request.Method)
            && IsForm(request)
            && await Body.ReadAsync(request, web.MaxBodyBytes * GivenBack, cancellation) is { Succeeded: true } bytes
            && Read(bytes.Value) is { } posted)
        {
            FailureAnswers.Keep(request.HttpContext, posted);
        }
    }

    /// <returns>Null where the bytes are no such form.</returns>
    public static IReadOnlyDictionary<string, string>? Read(byte[] bytes, int mostFields = MostFields)
    {
        if (Body.Text(bytes) is not { } text)
        {
            return null;
        }

        using var reader = new FormReader(text) { ValueCountLimit = mostFields, KeyLengthLimit = 200, ValueLengthLimit = bytes.Length + 1 };
        try
        {
            return reader.ReadForm().ToDictionary(f => f.Key, f => Clean(f.Value.ToString()), StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            // Too many or too long fields: no form of ours; the caller says so.
            return null;
        }
    }

    private async Task<ShownPage> AnswerAsync(
        HttpRequest request, Func<IReadOnlyDictionary<string, string>, Task<ShownPage>> answer, CancellationToken cancellation)
    {
        var bytes = await Body.ReadAsync(request, web.MaxBodyBytes * GivenBack, cancellation);
        if (!bytes.Succeeded)
        {
            return pages.Page(bytes.Refusal.Kind == RefusalKind.TooLarge ? TroublePages.TooLong : TroublePages.NotAForm);
        }

        var posted = IsForm(request) ? Read(bytes.Value) : null;
        if (bytes.Value.Length > web.MaxBodyBytes)
        {
            return pages.Page(TroublePages.TooLong, posted);
        }

        if (posted is null)
        {
            return pages.Page(TroublePages.NotAForm);
        }

        FailureAnswers.Keep(request.HttpContext, posted);
        return await answer(posted);
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Browsers send line ends as CR LF; other control characters come from no keyboard.</summary>
    internal static string Clean(string value) =>
        string.Concat(value.Replace("\r\n", "\n", StringComparison.Ordinal).Where(c => !char.IsControl(c) || c is '\n' or '\t'));
}
