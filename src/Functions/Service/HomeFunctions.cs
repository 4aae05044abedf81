using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Service;

/// <summary>What stands at the bare address, and what browsers and crawlers ask for beside it. It tells nobody what runs here.</summary>
public sealed class HomeFunctions(PageRenderer pages, LookSheet look, ISchemeLibrary schemes, WebOptions web)
{
    /// <summary>
    /// The Functions host takes an empty route for none and puts the function's name there; a parameter that may only be empty matches
    /// the root alone. Without the setting AzureWebJobsDisableHomepage that host shows Microsoft's own page there while no function is
    /// loaded.
    /// </summary>
    public const string RootRoute = "{ignored:maxlength(0)?}";

    internal const string KeptInWords = "May be kept for an hour.";

    [Function("Home")]
    [ApiCall(
        ApiGroup.Service,
        "What such a service is",
        Description = "A browser on the machine that src/LocalHost runs on gets a page of that host instead, with what runs there.")]
    [ApiAnswer(
        StatusCodes.Status200OK,
        "The same for everybody; it tells nothing of what runs here.", ContentType = PageResult.ContentType)]
    public IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RootRoute)] HttpRequest request) =>
        PageResult.Of(request.HttpContext.Response, new ShownPage(StatusCodes.Status200OK, pages.Render(ServicePage.Public())));

    [Function("Favicon")]
    [ApiCall(ApiGroup.Service, "The two rings")]
    [ApiAnswer(StatusCodes.Status200OK, KeptInWords, ContentType = "image/svg+xml")]
    public IResult Favicon([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "favicon.ico")] HttpRequest request) =>
        Asset(request, "mark.svg", "image/svg+xml");

    [Function("Robots")]
    [ApiCall(ApiGroup.Service, "Asks crawlers to stay away")]
    [ApiAnswer(StatusCodes.Status200OK, KeptInWords, ContentType = "text/plain; charset=utf-8")]
    public IResult Robots([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "robots.txt")] HttpRequest request) =>
        Asset(request, "robots.txt", "text/plain; charset=utf-8");

    [Function("Look")]
    [ApiCall(ApiGroup.Service, "The style sheet of every page")]
    [ApiAnswer(StatusCodes.Status200OK, KeptInWords, ContentType = "text/css; charset=utf-8")]
    public IResult Look([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/look.css")] HttpRequest request)
    {
        MayBeKept(request);
        return Results.Text(look.With(schemes.Ids.Select(id => schemes.Find(id)!)), "text/css", Encoding.UTF8);
    }

    [Function("Count")]
    [ApiCall(ApiGroup.Service, "The script that counts the characters of long texts; every page is whole without it")]
    [ApiAnswer(StatusCodes.Status200OK, KeptInWords, ContentType = "text/javascript; charset=utf-8")]
    public IResult Count([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/count.js")] HttpRequest request) =>
        Asset(request, "count.js", "text/javascript; charset=utf-8");

    private IResult Asset(HttpRequest request, string name, string contentType)
    {
        MayBeKept(request);
        return Results.File(Path.Combine(web.ContentFolder, "templates", "assets", name), contentType);
    }

    private static void MayBeKept(HttpRequest request) => request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
}
