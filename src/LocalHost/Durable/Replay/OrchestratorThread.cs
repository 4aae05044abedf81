namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>
/// The one thread of an orchestrator's turn: continuations queue here and run in order, so that each replay takes the same path.
/// </summary>
/// <remarks>A continuation that another thread sends comes from a task that is not the context's; it is refused and reported.</remarks>
internal sealed class OrchestratorThread(Action onForeignAwait) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> queue = new();
    private int ownerThread;

    public bool IsCurrent => ownerThread == Environment.CurrentManagedThreadId;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
            queue.Enqueue((d, state));
        else
            onForeignAwait();
    }

    public override void Send(SendOrPostCallback d, object? state)
        => throw new NotSupportedException("An orchestrator has one thread; nothing can be sent to it and waited for.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the turn on the calling thread, as the orchestrator's thread.</summary>
    public void Run(Action turn)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        ownerThread = Environment.CurrentManagedThreadId;
        try
        {
            turn();
        }
        finally
        {
            ownerThread = 0;
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs the continuations that are ready.</summary>
    public void RunContinuations()
    {
        while (queue.TryDequeue(out var next))
            next.Callback(next.State);
    }
}
