using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ReverseMentoring.Domain.Files;

namespace ReverseMentoring.Functions.Web;

/// <summary>
/// A file as it leaves: always a download, never a page of ours, whatever is in it. Ranges and conditions are ASP.NET Core's work.
/// </summary>
public static class Download
{
    internal const string RangeInWords = "A part of the file, such as bytes=0-1023.";

    internal const string NoRangeInWords = "The range lies outside the file. Content-Range says how long it is; there is no body.";

    public static IResult Of(HttpResponse response, OpenedFile opened)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        response.Headers.ContentDisposition = Disposition(opened.File.Name.Text);
        return Results.Stream(
            opened.Content, opened.File.Name.ContentType, null, opened.File.SavedAt, new EntityTagHeaderValue(
                $"\"{opened.File.Version}\""), enableRangeProcessing: true);
    }

    /// <summary>"attachment" with the name in both spellings of RFC 6266: ASCII for old clients, UTF-8 (RFC 8187) for the rest.</summary>
    public static string Disposition(string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        return disposition.ToString();
    }
}
