using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.Functions.Service;

/// <summary>The routes of the app's own functions, as their triggers say, for whoever came to one with a method it does not take.</summary>
public static class KnownRoutes
{
    private static readonly (string Route, TemplateMatcher Path, IReadOnlyList<string> Methods)[] All =
        [.. from method in typeof(KnownRoutes).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>())
                .FirstOrDefault(t => t is not null)
            where trigger is { Route: not (null or NothingHereFunction.Route) }
            let route = trigger.Route == HomeFunctions.RootRoute ? "" : trigger.Route
            select (route, new TemplateMatcher(TemplateParser.Parse(route), []), (IReadOnlyList<string>)trigger.Methods!)];

    /// <summary>Those that can be read, as their triggers spell them.</summary>
    public static IEnumerable<string> Gets => All.Where(r => r.Methods.Contains("get")).Select(r => r.Route);

    /// <returns>The methods that the path takes, in upper case; none where it is no route.</returns>
    public static IReadOnlyList<string> MethodsAt(PathString path) =>
        [.. All.Where(r => r.Path.TryMatch(path, [])).SelectMany(r => r.Methods).Select(m => m.ToUpperInvariant())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
