using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.Web;

/// <summary>
/// What is answered where a function failed, or none is there: to people a page with all they typed, to programs a problem. Whoever calls
/// this has put the failure into the log.
/// </summary>
public sealed class FailureAnswers(TroublePages pages, IEnumerable<IKnowOutages> outages)
{
    /// <summary>Seconds after which the same may be asked again.</summary>
    public const int RetryAfter = 60;

    private static readonly object PostedKey = new();

    /// <summary>Keeps what somebody typed for the case that taking it fails.</summary>
    internal static void Keep(HttpContext http, IReadOnlyDictionary<string, string> posted) => http.Items[PostedKey] = posted;

    /// <param name="failure">It tells the caller nothing of itself.</param>
    public IResult Of(HttpContext http, Exception failure)
    {
        if (failure is BadHttpRequestException broken)
        {
            var refusal = Unreadable(broken);
            return Of(http, refusal.Kind == RefusalKind.TooLarge ? TroublePages.TooLong : TroublePages.NotAForm, refusal);
        }

        if (failure is IOException or TimeoutException || outages.Any(o => o.IsOutage(failure)))
        {
            http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
            return Of(http, TroublePages.Unavailable, new Refusal(
                RefusalKind.Later,
                "The service can't reach its data at this moment",
                "It may or may not have been done. Send the same again in a minute: what was done already is not done twice."));
        }

        return Of(http, TroublePages.Failed, new Refusal(
            RefusalKind.Fault,
            "Something in the service went wrong",
            "It is in the service's log. Send the same again; if it happens again, tell whoever runs the service when it happened."));
    }

    /// <summary>What the server itself could not read.</summary>
    public static Refusal Unreadable(BadHttpRequestException broken) => broken.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? new Refusal(RefusalKind.TooLarge, "The body is too large", "Nothing was changed. Send it in parts.")
        : new Refusal(RefusalKind.Unreadable, "The request can't be read", "Nothing was changed. Send it again, whole.");

    /// <param name="what">The page for people.</param>
    /// <param name="refusal">The problem for programs.</param>
    internal IResult Of(HttpContext http, string what, Refusal refusal) => IsForPeople(http.Request)
        ? PageResult.Of(http.Response, pages.Page(what, http.Items[PostedKey] as IReadOnlyDictionary<string, string>))
        : Answer.Of(refusal);

    /// <summary>A link from an email, or a browser on its way to a page.</summary>
    private static bool IsForPeople(HttpRequest request) => request.Path.StartsWithSegments("/r", StringComparison.Ordinal)
        || (!request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
