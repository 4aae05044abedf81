namespace ReverseMentoring.LocalHost.Durable.Replay;

internal static class ForeignAwait
{
    public static string Message(string orchestrator)
        => $"Orchestrator '{orchestrator}' awaited a task that did not come from its TaskOrchestrationContext, so it cannot be " +
           "replayed. An orchestrator may await only what its context returns (and Task.WhenAll or WhenAny over those): move other " +
           "work into an activity, wait with CreateTimer, and do not use ConfigureAwait(false).";
}
