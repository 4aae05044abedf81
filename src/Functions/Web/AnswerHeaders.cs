using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Web;

/// <summary>
/// The one place that puts on every answer what keeps it from being stored, sniffed, framed or traced back; what says more of itself, such
/// as a page or a style sheet, has said it before.
/// </summary>
public static class AnswerHeaders
{
    /// <summary>A year, as browsers ask for before they keep it.</summary>
    private const string OnlyOverTls = "max-age=31536000";

    /// <summary>Once the answer is known, and before its first byte leaves: also on refusals and failures.</summary>
    public static void PutOn(HttpContext http) => http.Response.OnStarting(() =>
    {
        var headers = http.Response.Headers;
        headers.TryAdd("Cache-Control", "no-store");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("X-Robots-Tag", "noindex");
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (http.Request.IsHttps)
        {
            headers.TryAdd("Strict-Transport-Security", OnlyOverTls);
        }

        return Task.CompletedTask;
    });
}
