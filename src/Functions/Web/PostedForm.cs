using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Orchestrations;

namespace ReverseMentoring.Functions.Web;

/// <summary>The fields of an application/x-www-form-urlencoded body.</summary>
internal static class PostedForm
{
    public const string ContentType = "application/x-www-form-urlencoded";

    private const int MostFields = 100;

    /// <summary>Answers a posted form with a page, and wakes the orchestrator where the page says that something has changed.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpRequest request, DurableTaskClient client,
        int limit, Func<IReadOnlyDictionary<string, string>, Task<ShownPage>> answer, CancellationToken cancellation)
    {
        var bytes = await Body.ReadAsync(request, limit, cancellation);
        if (!bytes.Succeeded)
        {
            return Answer.Of(bytes.Refusal);
        }

        if (!request.HasFormContentType || Read(bytes.Value) is not { } posted)
        {
            return Answer.Of(new Refusal(
                RefusalKind.Unreadable,
                "This is not a form", "Nothing was changed. Open the link from the email in a browser and use the form there."));
        }

        var shown = await answer(posted);
        if (shown.Nudges is { } cohortId)
        {
            await CohortOrchestration.NudgeAsync(client, cohortId, cancellation);
        }

        return PageResult.Of(request.HttpContext.Response, shown);
    }

    /// <returns>Null where the bytes are no such form.</returns>
    public static IReadOnlyDictionary<string, string>? Read(byte[] bytes)
    {
        if (Body.Text(bytes) is not { } text)
        {
            return null;
        }

        using var reader = new FormReader(text) { ValueCountLimit = MostFields, KeyLengthLimit = 200, ValueLengthLimit = bytes.Length + 1 };
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

    /// <summary>Browsers send line ends as CR LF; other control characters come from no keyboard.</summary>
    private static string Clean(string value) =>
        string.Concat(value.Replace("\r\n", "\n", StringComparison.Ordinal).Where(c => !char.IsControl(c) || c is '\n' or '\t'));
}
