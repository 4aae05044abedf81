using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.DurablePatterns;

/// <summary>Chaining, fan-out and fan-in.</summary>
public static class Sequences
{
    public static Pattern Chain { get; } = Pattern.OfOne(
        "Chaining: each activity gets the result of the one before", nameof(Chaining), "a", Outcome.Completed("\"a-first-second-third\""));

    public static Pattern NullAndArrays { get; } = Pattern.OfOne(
        "Inputs: null, a text, a list and an object reach an activity as they were given",
        nameof(PassesInputs),
        null,
        Outcome.Completed("""["null","\u0022text\u0022","[1,[2]]","{\u0022Name\u0022:\u0022pair\u0022}"]"""));

    public static Pattern FanOut { get; } = Pattern.OfOne(
        "Fan-out: two hundred activities at once, their results in order", nameof(FanningOut), 200, Outcome.Completed("19900"));

    public static Pattern ReturnsEarly { get; } = Pattern.OfOne(
        "End: an orchestration whose function has returned ends only when no task is open",
        nameof(LeavesAnActivity),
        null,
        Outcome.Completed("\"returned\"", customStatus: "\"returned\""));

    [Function(nameof(Chaining))]
    public static async Task<string> Chaining([OrchestrationTrigger] TaskOrchestrationContext context, string text)
    {
        foreach (var word in new[] { "first", "second", "third" })
        {
            text = await context.CallActivityAsync<string>(nameof(Append), new[] { text, word });
        }

        return text;
    }

    [Function(nameof(Append))]
    public static string Append([ActivityTrigger] string[] parts)
    {
        return string.Join('-', parts);
    }

    [Function(nameof(PassesInputs))]
    public static async Task<string[]> PassesInputs([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        JsonElement?[] inputs = [null, Json("\"text\""), Json("[1,[2]]"), Json("{\"Name\":\"pair\"}")];
        var seen = new List<string>();
        foreach (var input in inputs)
        {
            seen.Add(await context.CallActivityAsync<string>(nameof(SeesRaw), input));
        }

        return [.. seen];
    }

    [Function(nameof(SeesRaw))]
    public static string SeesRaw([ActivityTrigger] JsonElement? input) => input?.GetRawText() ?? "null";

    [Function(nameof(FanningOut))]
    public static async Task<int> FanningOut([OrchestrationTrigger] TaskOrchestrationContext context, int width)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, width).Select(n => context.CallActivityAsync<int>(nameof(Echo), n)));
        return results.SequenceEqual(Enumerable.Range(0, width)) ? results.Sum() : -1;
    }

    [Function(nameof(Echo))]
    public static int Echo([ActivityTrigger] int number) => number;

    [Function(nameof(LeavesAnActivity))]
    public static async Task<string> LeavesAnActivity([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        _ = context.CallActivityAsync(nameof(TakesAWhile));
        await context.CallActivityAsync<int>(nameof(Echo), 1);
        context.SetCustomStatus("returned");
        return "returned";
    }

    [Function(nameof(TakesAWhile))]
    [SuppressMessage("Usage", "IDE0060", Justification = "An activity has an input, whether it reads it or not.")]
    public static Task TakesAWhile([ActivityTrigger] object? nothing) => Task.Delay(TimeSpan.FromSeconds(1));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
