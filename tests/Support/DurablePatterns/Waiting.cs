using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.DurablePatterns;

/// <summary>External events and timers.</summary>
public static class Waiting
{
    public static Pattern EventBefore { get; } = new(
        "Event: one that comes before the wait is kept for it",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(WaitsAfterATimer));
            await client.RaiseEventAsync(id, "reply", "early");
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"early\""));

    public static Pattern EventDuring { get; } = new(
        "Event: one that comes during the wait ends it, whatever the case of its name",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(WaitsTwice));
            await Pattern.UntilAsync(client, id, "waiting");
            await client.RaiseEventAsync(id, "REPLY", "first");
            await Pattern.UntilAsync(client, id, "waiting again");
            await client.RaiseEventAsync(id, "reply", "second");
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"first, second\"", customStatus: "\"waiting again\""));

    public static Pattern EventAfter { get; } = new(
        "Event: one that comes after the wait has ended is kept for the next",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(WaitsTwice));
            await client.RaiseEventAsync(id, "reply", "first");
            await client.RaiseEventAsync(id, "reply", "second");
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"first, second\"", customStatus: "\"waiting again\""));

    public static Pattern EventSent { get; } = new(
        "Event: one orchestration sends it to another",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(WaitsTwice));
            await Pattern.RunAsync(client, $"{id}-sender", nameof(SendsTwo), id);
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"one, two\"", customStatus: "\"waiting again\""));

    public static Pattern EventBeatsTimer { get; } = new(
        "Human interaction: an answer in time cancels the alarm",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(WaitsAtMost), 3600);
            await Pattern.UntilAsync(client, id, "waiting");
            await client.RaiseEventAsync(id, "reply", "in time");
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"in time\"", customStatus: "\"waiting\""));

    public static Pattern TimerBeatsEvent { get; } = Pattern.OfOne(
        "Human interaction: without an answer the alarm goes off",
        nameof(WaitsAtMost),
        1,
        Outcome.Completed("\"too late\"", customStatus: "\"waiting\""));

    public static Pattern Timer { get; } = Pattern.OfOne(
        "Timer: fires when its time has come", nameof(SleepsASecond), null, Outcome.Completed("true"));

    [Function(nameof(WaitsAfterATimer))]
    public static async Task<string> WaitsAfterATimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        return await context.WaitForExternalEvent<string>("reply");
    }

    [Function(nameof(WaitsTwice))]
    public static async Task<string> WaitsTwice([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus("waiting");
        var first = await context.WaitForExternalEvent<string>("reply");
        context.SetCustomStatus("waiting again");
        return $"{first}, {await context.WaitForExternalEvent<string>("reply")}";
    }

    [Function(nameof(SendsTwo))]
    public static void SendsTwo([OrchestrationTrigger] TaskOrchestrationContext context, string target)
    {
        context.SendEvent(target, "reply", "one");
        context.SendEvent(target, "reply", "two");
    }

    [Function(nameof(WaitsAtMost))]
    public static async Task<string> WaitsAtMost([OrchestrationTrigger] TaskOrchestrationContext context, int seconds)
    {
        context.SetCustomStatus("waiting");
        try
        {
            return await context.WaitForExternalEvent<string>("reply", TimeSpan.FromSeconds(seconds));
        }
        catch (TaskCanceledException)
        {
            return "too late";
        }
    }

    [Function(nameof(SleepsASecond))]
    public static async Task<bool> SleepsASecond([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var due = context.CurrentUtcDateTime + TimeSpan.FromSeconds(1);
        await context.CreateTimer(due, CancellationToken.None);

        // Azure Storage hides a message for whole seconds, and shows it up to one second early.
        return context.CurrentUtcDateTime >= due - TimeSpan.FromSeconds(1);
    }
}
