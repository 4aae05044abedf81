using Microsoft.DurableTask.Client;

namespace ReverseMentoring.LocalHost.Durable.Engine;

internal static class StatusExtensions
{
    /// <summary>Not ended: it may still do something.</summary>
    public static bool IsLive(this OrchestrationRuntimeStatus status)
        => status is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;
}
