using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Service;
using ReverseMentoring.Functions.Web.Describing;

namespace ReverseMentoring.Functions.Tests.OpenApi;

/// <summary>Every HTTP function as its attributes describe it.</summary>
internal static class Described
{
    /// <summary>By group, then by path.</summary>
    public static readonly IReadOnlyList<DescribedFunction> Functions =
        [.. typeof(Composition).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Select(method => (Method: method, Trigger: Trigger(method)))
            .Where(f => f.Trigger is { Route: not NothingHereFunction.Route })
            .Select(f => new DescribedFunction(f.Method, f.Trigger!))
            .OrderBy(f => f.Call.Group).ThenBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Methods[0], StringComparer.Ordinal)];

    private static HttpTriggerAttribute? Trigger(MethodInfo method) =>
        method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(a => a is not null);
}

internal sealed class DescribedFunction(MethodInfo method, HttpTriggerAttribute trigger)
{
    public string Name { get; } = method.GetCustomAttribute<FunctionAttribute>()!.Name;

    /// <summary>OpenAPI has no word for a parameter that may hold slashes.</summary>
    public string Path { get; } =
        $"/{(trigger.Route == HomeFunctions.RootRoute ? "" : trigger.Route!.Replace("{*", "{", StringComparison.Ordinal))}";

    public IReadOnlyList<string> Methods { get; } = trigger.Methods!;

    public AuthorizationLevel Level { get; } = trigger.AuthLevel;

    public ApiCallAttribute Call { get; } = method.GetCustomAttribute<ApiCallAttribute>()
        ?? throw new InvalidOperationException($"{method.Name} says nothing of itself: it lacks [ApiCall].");

    public IReadOnlyList<ApiParameterAttribute> Parameters { get; } = [.. method.GetCustomAttributes<ApiParameterAttribute>()];

    public IReadOnlyList<ApiBodyAttribute> Bodies { get; } = [.. method.GetCustomAttributes<ApiBodyAttribute>()];

    public IReadOnlyList<ApiAnswerAttribute> Answers { get; } =
        [.. method.GetCustomAttributes<ApiAnswerAttribute>().OrderBy(a => a.Status)];

    public IReadOnlyList<string> InPath =>
        [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];

    /// <summary>Those it names, and those that follow from the rest.</summary>
    public IReadOnlyList<RefusalKind> Refusals
    {
        get
        {
            var kinds = Call.Refuses.ToHashSet();
            if (InPath.Contains("id"))
            {
                kinds.Add(RefusalKind.NotFound);
            }

            if (Bodies.Count > 0)
            {
                kinds.UnionWith([RefusalKind.TooLarge, RefusalKind.Unreadable]);
            }

            if (Bodies.Any(b => b.Body is not null) || (Bodies.Count > 0 && Level > AuthorizationLevel.Anonymous))
            {
                kinds.Add(RefusalKind.Invalid);
            }

            return [.. kinds.Order()];
        }
    }
}
