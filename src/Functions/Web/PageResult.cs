using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Web;

/// <summary>A page: it may load what is ours, and post to us; all else on it is as on every answer.</summary>
internal static class PageResult
{
    public const string ContentType = "text/html; charset=utf-8";

    public static IResult Of(HttpResponse response, ShownPage page)
    {
        if (page.SeeOther is { } query)
        {
            response.Headers.Location = response.HttpContext.Request.Path.ToUriComponent() + query;
            return Results.StatusCode(page.Status);
        }

        response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
        return Results.Text(page.Html, ContentType, statusCode: page.Status);
    }
}
