using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Bench.DurableTurns;

/// <summary>An orchestration that calls a trivial activity again and again: one turn for each.</summary>
public static class Chain
{
    [Function(nameof(Run))]
    public static async Task<int> Run([OrchestrationTrigger] TaskOrchestrationContext context, int length)
    {
        var value = 0;
        for (var i = 0; i < length; i++)
        {
            value = await context.CallActivityAsync<int>(nameof(Next), value);
        }

        return value;
    }

    [Function(nameof(Next))]
    public static int Next([ActivityTrigger] int value) => value + 1;
}
