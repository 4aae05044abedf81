namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>Counts what is running or ready to run, so that one can wait until nothing is.</summary>
internal sealed class WorkTracker
{
    private readonly Lock _gate = new();
    private long _count;
    private TaskCompletionSource? _idle;
    private Exception? _fault;

    /// <summary>Work has begun; disposing ends it.</summary>
    public Ending Begin()
    {
        Enter();
        return new(this);
    }

    public void Enter()
    {
        lock (_gate)
        {
            _count++;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_count == 0)
            {
                Release();
            }
        }
    }

    /// <summary>Nothing more will run: whoever waits is told why.</summary>
    public void Fault(Exception exception)
    {
        lock (_gate)
        {
            _fault ??= exception;
            Release();
        }
    }

    /// <exception cref="InvalidOperationException">The host has failed.</exception>
    public void ThrowIfFaulted()
    {
        if (_fault is { } cause)
        {
            throw new InvalidOperationException(cause.Message, cause);
        }
    }

    /// <summary>True when nothing runs and nothing is ready to.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _count == 0;
            }
        }
    }

    public async Task WhenIdleAsync(CancellationToken cancellation)
    {
        Task wait;
        lock (_gate)
        {
            if (_count == 0 || _fault is not null)
            {
                wait = Task.CompletedTask;
            }
            else
            {
                wait = (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
        await wait.WaitAsync(cancellation);
        ThrowIfFaulted();
    }

    private void Release()
    {
        _idle?.TrySetResult();
        _idle = null;
    }

    internal readonly struct Ending(WorkTracker tracker) : IDisposable
    {
        public void Dispose() => tracker.Leave();
    }
}
