using System.Text.Json;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.Infra.Tests.Build;

/// <summary>
/// What the official SDK writes for the Functions host is what the local host finds: nobody has a function that the other lacks.
/// </summary>
public class FunctionsMetadataTests
{
    private static readonly IReadOnlyList<Told> Azure = ReadMetadata();

    private static readonly IReadOnlyList<Told> Local = ReadCatalog();

    [Fact]
    public void Both_hosts_have_the_same_functions()
    {
        Assert.True(Azure.Count > 30);
        Assert.Equal(Azure.Select(f => f.Name), Local.Select(f => f.Name));
    }

    [Fact]
    public void Each_function_is_triggered_in_the_same_way() => Same(f => f.Trigger);

    [Fact]
    public void Each_function_has_the_same_route() => Same(f => f.Route);

    [Fact]
    public void Each_function_takes_the_same_methods() => Same(f => f.Methods);

    [Fact]
    public void Each_function_asks_for_the_same_key() => Same(f => f.Level);

    [Fact]
    public void Each_timer_has_the_same_schedule() => Same(f => f.Schedule);

    [Fact]
    public void There_are_functions_of_every_trigger_to_compare() =>
        Assert.Equal(["activityTrigger", "httpTrigger", "orchestrationTrigger", "timerTrigger"],
            Azure.Select(f => f.Trigger).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static void Same(Func<Told, string?> what) =>
        Assert.Equal(Azure.Select(f => $"{f.Name}: {what(f)}"), Local.Select(f => $"{f.Name}: {what(f)}"));

    private static List<Told> ReadMetadata()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Output("src/Functions"), "functions.metadata")));
        return [.. file.RootElement.EnumerateArray().Select(Read).OrderBy(f => f.Name, StringComparer.Ordinal)];

        static Told Read(JsonElement function)
        {
            var trigger = function.GetProperty("bindings")
                .EnumerateArray().Single(b => Text(b, "type")!.EndsWith("Trigger", StringComparison.Ordinal));
            return new Told(
                Text(trigger, "activity") ?? Text(trigger, "orchestration") ?? Text(function, "name")!,
                Text(trigger, "type")!,
                Text(trigger, "route"),
                trigger.TryGetProperty("methods", out var methods) ? Joined(methods.EnumerateArray().Select(m => m.GetString()!)) : null,
                Text(trigger, "authLevel"),
                Text(trigger, "schedule"));
        }
    }

    private static List<Told> ReadCatalog()
    {
        var catalog = new FunctionCatalog(typeof(CohortOrchestrator).Assembly.GetTypes());
        IEnumerable<Told> all =
        [
            .. catalog.Http.Select(f => new Told(
                f.Function.Name, "httpTrigger", f.Trigger.Route, Joined(f.Trigger.Methods ?? []), f.Trigger.AuthLevel.ToString(), null)),
            .. catalog.Timers.Select(f => new Told(f.Function.Name, "timerTrigger", null, null, null, f.Trigger.Schedule)),
            .. catalog.Orchestrators.Select(f => new Told(f.Name, "orchestrationTrigger", null, null, null, null)),
            .. catalog.Activities.Select(f => new Told(f.Name, "activityTrigger", null, null, null, null)),
        ];
        return [.. all.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Joined(IEnumerable<string> methods) => string.Join(' ', methods.Order(StringComparer.Ordinal));

    /// <summary>What a host is told of a function.</summary>
    private sealed record Told(string Name, string Trigger, string? Route, string? Methods, string? Level, string? Schedule);
}
