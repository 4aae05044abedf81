using System.Reflection;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.DurablePatterns;

/// <summary>
/// One way to use durable functions that the official documentation names, played by a client on any back end in real time.
/// </summary>
/// <param name="Name">The pattern's name: a sentence of what it shows.</param>
/// <param name="PlayAsync">Starts it under an id, does what the outside world does to it, and returns when there is nothing more to
/// do.</param>
/// <param name="Expected">How it stands then.</param>
public sealed record Pattern(string Name, Func<DurableTaskClient, string, Task> PlayAsync, Outcome Expected)
{
    private static readonly Lazy<SortedDictionary<string, Pattern>> Found = new(() => new(
        typeof(Pattern).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType == typeof(Pattern))
            .Select(property => (Pattern)property.GetValue(null)!)
            .ToDictionary(pattern => pattern.Name, StringComparer.Ordinal),
        StringComparer.Ordinal));

    /// <summary>Every pattern of this assembly, by name.</summary>
    public static IReadOnlyDictionary<string, Pattern> All => Found.Value;

    /// <summary>The functions that the patterns call.</summary>
    public static IEnumerable<Type> FunctionTypes => typeof(Pattern).Assembly.GetTypes();

    public override string ToString() => Name;

    /// <summary>A pattern in which one orchestrator is started with an input and ends by itself.</summary>
    public static Pattern OfOne(string name, string orchestrator, object? input, Outcome expected)
        => new(name, (client, id) => RunAsync(client, id, orchestrator, input), expected);

    /// <summary>Starts an orchestrator under an id, then waits for its end.</summary>
    public static async Task RunAsync(DurableTaskClient client, string id, string orchestrator, object? input = null)
    {
        await StartAsync(client, id, orchestrator, input);
        await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
    }

    /// <summary>Starts an orchestrator under an id, then waits until it has begun to run.</summary>
    public static async Task StartAsync(DurableTaskClient client, string id, string orchestrator, object? input = null)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));
        await client.WaitForInstanceStartAsync(id, CancellationToken.None);
    }

    /// <summary>Waits until the orchestrator has said with its custom status that it has come to a point.</summary>
    public static async Task UntilAsync(DurableTaskClient client, string id, string point)
    {
        while (await client.GetInstanceAsync(id, getInputsAndOutputs: true) is { } state && state.SerializedCustomStatus != $"\"{point}\"")
        {
            if (state.IsCompleted)
            {
                throw new InvalidOperationException(
                    $"{id} ended as {state.RuntimeStatus} before it came to '{point}': {state.FailureDetails}");
            }

            await Task.Delay(50);
        }
    }
}
