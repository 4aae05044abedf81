using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.DurablePatterns;

/// <summary>Sub-orchestrations.</summary>
public static class Children
{
    public static Pattern Returns { get; } = Pattern.OfOne(
        "Sub-orchestration: runs under the id it is given, knows its parent, and returns its output",
        nameof(CallsAChild),
        new[] { 3, 4 },
        Outcome.Completed("\"7 for CallsAChild\""));

    public static Pattern Fails { get; } = Pattern.OfOne(
        "Sub-orchestration: its failure reaches the parent's call",
        nameof(CatchesAChild),
        null,
        Outcome.Completed("\"FailingChild: System.InvalidOperationException: the wave broke\""));

    public static Pattern Many { get; } = Pattern.OfOne(
        "Sub-orchestration: ten at once, each under an id of its own", nameof(CallsManyChildren), 10, Outcome.Completed("10"));

    [Function(nameof(CallsAChild))]
    public static Task<string> CallsAChild([OrchestrationTrigger] TaskOrchestrationContext context, int[] numbers)
    {
        return context.CallSubOrchestratorAsync<string>(
            nameof(AddsForItsParent), numbers, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:child"));
    }

    [Function(nameof(AddsForItsParent))]
    public static string AddsForItsParent([OrchestrationTrigger] TaskOrchestrationContext context, int[] numbers)
    {
        return context.InstanceId == $"{context.Parent!.InstanceId}:child"
            ? $"{numbers.Sum()} for {context.Parent.Name}"
            : context.InstanceId;
    }

    [Function(nameof(CatchesAChild))]
    public static async Task<string> CatchesAChild([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallSubOrchestratorAsync(nameof(FailingChild));
            return "not failed";
        }
        catch (TaskFailedException failure)
        {
            return $"{failure.TaskName}: {failure.FailureDetails.ErrorType}: {failure.FailureDetails.ErrorMessage}";
        }
    }

    [Function(nameof(FailingChild))]
    public static Task FailingChild([OrchestrationTrigger] TaskOrchestrationContext context)
        => throw new InvalidOperationException("the wave broke");

    [Function(nameof(CallsManyChildren))]
    public static async Task<int> CallsManyChildren([OrchestrationTrigger] TaskOrchestrationContext context, int width)
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, width).Select(_ => context.CallSubOrchestratorAsync<string>(nameof(SaysItsId))));
        return ids.Distinct(StringComparer.Ordinal).Count();
    }

    [Function(nameof(SaysItsId))]
    public static string SaysItsId([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        return context.InstanceId;
    }
}
