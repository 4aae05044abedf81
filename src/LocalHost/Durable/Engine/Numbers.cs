namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Row numbers, given out in memory so that a turn knows them before it is written.</summary>
internal sealed class Numbers
{
    private long _execution;
    private long _message;
    private long _activity;

    /// <summary>Goes on after the highest numbers on disk.</summary>
    public void StartAfter(long lastExecution, long lastMessage, long lastActivity)
        => (_execution, _message, _activity) = (lastExecution, lastMessage, lastActivity);

    public long NextExecution() => Interlocked.Increment(ref _execution);

    public long NextMessage() => Interlocked.Increment(ref _message);

    public long NextActivity() => Interlocked.Increment(ref _activity);
}
