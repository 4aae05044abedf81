using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Service;

/// <summary>What the service says of itself: that it lives, what its API is, and the style sheet of its pages.</summary>
public sealed class ServiceFunctions(ICohortStore store, WebOptions web)
{
    [Function("Health")]
    [ApiCall(ApiGroup.Service, "Whether the service can reach its store")]
    [ApiAnswer(StatusCodes.Status200OK, "It can.", Body = typeof(Health))]
    public async Task<IResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancellation)
    {
        // Reaching the store is what being healthy means; if it can't be reached, the exception answers 503.
        await store.ListCohortsAsync(cancellation);
        return Answer.Json(new Health("healthy", ServiceVersion.Text));
    }

    [Function("OpenApi")]
    [ApiCall(ApiGroup.Service, "This document")]
    [ApiAnswer(StatusCodes.Status200OK, "OpenAPI 3.1.", ContentType = "application/json")]
    public IResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) =>
        Results.File(Path.Combine(web.ContentFolder, "openapi.json"), "application/json");
}

/// <param name="Version">Of the service, as the build stamped it.</param>
public sealed record Health(string Status, string Version);
