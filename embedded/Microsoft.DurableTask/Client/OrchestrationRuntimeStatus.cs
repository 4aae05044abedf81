namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands. The numbers are the official ones.</summary>
public enum OrchestrationRuntimeStatus
{
    Running = 0,
    Completed = 1,
    Failed = 3,
    Terminated = 5,
    Pending = 6,
    Suspended = 7,
}
