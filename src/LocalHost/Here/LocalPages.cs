using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>
/// The pages for whoever sits at this machine: what runs, a cohort to try, the emails. Everybody else gets what the functions give them,
/// as if these pages were not there. A GET (or HEAD) changes nothing.
/// </summary>
internal sealed class LocalPages(
    HomePage home,
    EmailPages emails,
    EmailFolder folder,
    TryNow tryNow,
    PageRenderer renderer,
    WorkTracker work,
    ILogger<LocalPages> logger)
{
    private const string Page = "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    // Even opened by itself it is in a sandbox: no script, no form, nothing fetched from anywhere.
    private const string Message =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; " +
        "sandbox allow-popups allow-popups-to-escape-sandbox";

    private const int LongestForm = 1024;

    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (!NearBy.Asks(http) || AnswerOf(http) is not { } answer)
        {
            await next(http);
            return;
        }

        using var _ = work.Begin();
        try
        {
            await answer(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to hear.
        }
#pragma warning disable CA1031 // Every error on these pages ends here: in the log, and told to the person who sits at this machine.
        catch (Exception failure) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            logger.LogError(failure, "A page of the local host could not be made.");
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await ShowAsync(http, renderer.Render(ServicePage.Of("trouble", Trouble(failure))), Page);
        }
    }

    private Dictionary<string, object?> Trouble(Exception failure) =>
        new(StringComparer.Ordinal) { ["here"] = true, ["emails_here"] = folder.IsUsed, ["what"] = failure.Message };

    private Func<HttpContext, Task>? AnswerOf(HttpContext http)
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return (http.Request.Path.Value ?? "").Split('/') switch
        {
            ["", ""] when reads => Showing(Page, async (h, stop) => await home.ShowAsync(h.Request.Query["begun"].ToString(), stop)),
            ["", "try-now"] when HttpMethods.IsPost(http.Request.Method) => TryAsync,
            ["", "emails"] when reads && folder.IsUsed => Showing(Page, async (_, stop) => await emails.ListAsync(stop)),
            ["", "emails", var id] when reads && folder.IsUsed => Showing(Page, (_, stop) => emails.ShowAsync(id, stop)),
            ["", "emails", var id, "html"] when reads && folder.IsUsed => Showing(Message, (_, stop) => emails.HtmlAsync(id, stop)),
            _ => null,
        };
    }

    private static Func<HttpContext, Task> Showing(string policy, Func<HttpContext, CancellationToken, Task<string?>> html) =>
        async http => await ShowAsync(http, await html(http, http.RequestAborted), policy);

    private async Task TryAsync(HttpContext http)
    {
        if (!NearBy.PostsFromHere(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var number = await NumberAsync(http.Request) ?? await tryNow.NextNumberAsync(http.RequestAborted);
        // Once begun it is finished, even where the browser does not wait.
        var id = await tryNow.BeginAsync(number, CancellationToken.None);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"/?begun={id}";
    }

    /// <summary>The number that the page's button bears, so that pressing it twice is pressing it once; null: the next.</summary>
    private static async Task<int?> NumberAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > LongestForm)
        {
            return null;
        }

        using var text = new StreamReader(request.Body, Encoding.UTF8);
        using var form = new FormReader(await text.ReadToEndAsync(request.HttpContext.RequestAborted));
        var fields = await form.ReadFormAsync(request.HttpContext.RequestAborted);
        var typed = fields.GetValueOrDefault("number").ToString();
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    private static async Task ShowAsync(HttpContext http, string? html, string policy)
    {
        var headers = http.Response.Headers;
        // The home page's own form is told from another site's by the origin, which "no-referrer" would blot out. No secret is in it.
        headers["Referrer-Policy"] = http.Request.Path == "/" ? "same-origin" : "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = policy;
        if (html is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.WriteAsync(html, http.RequestAborted);
        }
    }
}
