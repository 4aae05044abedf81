using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.LocalHost.Tests.CrashDummy;

public sealed record WalkState(int Step, int Steps, long Sum);

/// <summary>Orchestrations that use everything: activities, timers, events, children and new generations.</summary>
public sealed class Walking(Footprints footprints)
{
    [Function(nameof(Walk))]
    public static async Task<long> Walk([OrchestrationTrigger] TaskOrchestrationContext context, WalkState state)
    {
        var step = state.Step;
        var values = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(foot => context.CallActivityAsync<int>(nameof(Tread), $"{context.InstanceId}/{step}/{foot}")));
        var sum = state.Sum + values.Sum();
        await context.CreateTimer(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        context.SendEvent(context.InstanceId, "echo", step);
        sum += await context.WaitForExternalEvent<int>("echo");
        if (step % 5 == 0)
        {
            sum += await context.CallSubOrchestratorAsync<long>(
                nameof(Detour), step, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:detour-{step}"));
        }

        if (step + 1 < state.Steps)
        {
            context.ContinueAsNew(state with { Step = step + 1, Sum = sum });
        }

        return sum;
    }

    [Function(nameof(Detour))]
    public static async Task<long> Detour([OrchestrationTrigger] TaskOrchestrationContext context, int step)
        => step + await context.CallActivityAsync<int>(nameof(Tread), $"{context.InstanceId}/0");

    [Function(nameof(Tread))]
    public int Tread([ActivityTrigger] string place)
    {
        footprints.Leave(place);
        return place.Length;
    }
}
