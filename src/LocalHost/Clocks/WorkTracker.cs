namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>Counts what is running or ready to run, so that one can wait until nothing is.</summary>
internal sealed class WorkTracker
{
    private readonly Lock gate = new();
    private long count;
    private TaskCompletionSource? idle;
    private Exception? fault;

    /// <summary>Work has begun; disposing ends it.</summary>
    public Ending Begin()
    {
        Enter();
        return new(this);
    }

    public void Enter()
    {
        lock (gate)
            count++;
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--count == 0)
                Release();
        }
    }

    /// <summary>Nothing more will run: whoever waits is told why.</summary>
    public void Fault(Exception exception)
    {
        lock (gate)
        {
            fault ??= exception;
            Release();
        }
    }

    /// <exception cref="InvalidOperationException">The host has failed.</exception>
    public void ThrowIfFaulted()
    {
        if (fault is { } cause)
            throw new InvalidOperationException(cause.Message, cause);
    }

    /// <summary>True when nothing runs and nothing is ready to.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
                return count == 0;
        }
    }

    public async Task WhenIdleAsync(CancellationToken cancellation)
    {
        Task wait;
        lock (gate)
        {
            if (count == 0 || fault is not null)
                wait = Task.CompletedTask;
            else
                wait = (idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
        await wait.WaitAsync(cancellation);
        ThrowIfFaulted();
    }

    private void Release()
    {
        idle?.TrySetResult();
        idle = null;
    }

    internal readonly struct Ending(WorkTracker tracker) : IDisposable
    {
        public void Dispose() => tracker.Leave();
    }
}
