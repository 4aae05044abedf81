using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Web;

/// <summary>What keeps an answer behind a link from being kept, found, guessed at, or leaking the link to whatever it leads to.</summary>
internal static class PrivateHeaders
{
    /// <param name="policy">The Content-Security-Policy.</param>
    public static void On(HttpResponse response, string policy)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers.ContentSecurityPolicy = policy;
    }
}
