using DurableTask.Core;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>
/// Lets an orchestrator go on only within its turns: its continuations run where the executor runs them, and nowhere else.
/// </summary>
/// <remarks>
/// Left to itself the executor's own context runs a continuation on whatever thread completed the awaited task, so that an
/// orchestrator that awaits a foreign task goes on beside its turns. Here such a continuation is refused and reported.
/// </remarks>
internal sealed class OrchestratorThread(SynchronizationContext executors, Action onForeignAwait) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!OrchestrationContext.IsOrchestratorThread)
        {
            onForeignAwait();
            return;
        }

        executors.Post(_ => Within(() => d(state)), null);
    }

    public override void Send(SendOrPostCallback d, object? state)
        => throw new NotSupportedException("An orchestrator has one thread; nothing can be sent to it and waited for.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs code of the orchestrator so that what it awaits comes back through here.</summary>
    public void Within(Action code)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            code();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
