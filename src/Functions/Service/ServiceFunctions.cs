using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Service;

/// <summary>What the service says of itself: that it lives, what its API is, and the style sheet of its pages.</summary>
public sealed class ServiceFunctions(ICohortStore store, WebOptions web)
{
    [Function("Health")]
    public async Task<IResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellation)
    {
        // Reaching the store is what being healthy means; if it can't be reached, the exception answers 500.
        await store.ListCohortsAsync(cancellation);
        return Answer.Json(new { status = "healthy" });
    }

    [Function("OpenApi")]
    public IResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Results.File(Path.Combine(web.ContentFolder, "openapi.json"), "application/json");

    [Function("PageStyle")]
    public IResult Style([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/page.css")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        request.HttpContext.Response.Headers["X-Content-Type-Options"] = "nosniff";
        return Results.File(Path.Combine(web.ContentFolder, "templates", "assets", "page.css"), "text/css; charset=utf-8");
    }
}
