using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Functions.Web;

/// <summary>A page with the headers that keep its link from leaking.</summary>
internal static class PageResult
{
    public const string ContentType = "text/html; charset=utf-8";

    public static IResult Of(HttpResponse response, ShownPage page)
    {
        PrivateHeaders.On(response, "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'");
        return Results.Text(page.Html, ContentType, statusCode: page.Status);
    }
}
