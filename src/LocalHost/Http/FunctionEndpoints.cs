using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.LocalHost.Clocks;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.LocalHost.Http;

/// <summary>The routes of an app's HTTP functions, with the Functions host's rules.</summary>
internal sealed class FunctionEndpoints(
    FunctionCatalog catalog, FunctionsHostOptions options, KeyRing keys, FunctionRunner runner, WorkTracker work, ILoggerFactory loggers)
    : EndpointDataSource
{
    // The Functions host keeps these for itself.
    private static readonly string[] Reserved = ["admin", "runtime"];

    private IReadOnlyList<Endpoint>? _endpoints;

    public override IReadOnlyList<Endpoint> Endpoints
        => _endpoints ??= [.. catalog.Http.Select(http => Make(http.Function, http.Trigger))];

    public override IChangeToken GetChangeToken() => new CancellationChangeToken(CancellationToken.None);

    private RouteEndpoint Make(FunctionEntry function, HttpTriggerAttribute trigger)
    {
        var result = function.ResultType;
        if (result != typeof(void) && !typeof(IResult).IsAssignableFrom(result) && !typeof(IActionResult).IsAssignableFrom(result))
        {
            throw new InvalidOperationException(
                $"HTTP function '{function.Name}' returns {result}; let it return an IResult or IActionResult, or a task of one.");
        }

        var prefix = options.RoutePrefix ?? HostJson.RoutePrefix(AppContext.BaseDirectory);
        var route = $"{prefix}/{trigger.Route ?? function.Name}".Trim('/');
        if (Array.Exists(Reserved, reserved => route.Split('/')[0].Equals(reserved, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(
                $"HTTP function '{function.Name}' has the route '{route}', and the Functions host keeps routes under 'admin' and " +
                "'runtime' for itself: choose another.");
        }

        var endpoint = new FunctionEndpoint(
            function, trigger.AuthLevel, keys, runner, work, loggers.CreateLogger<FunctionEndpoint>());
        var builder = new RouteEndpointBuilder(endpoint.AnswerAsync, RoutePatternFactory.Parse(route), order: 0)
        {
            DisplayName = function.Name,
            Metadata = { function },
        };
        if (trigger.Methods is { Length: > 0 } methods)
        {
            builder.Metadata.Add(new HttpMethodMetadata(methods));
        }

        return (RouteEndpoint)builder.Build();
    }
}
