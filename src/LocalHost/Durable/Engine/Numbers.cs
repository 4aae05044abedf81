namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Row numbers, given out in memory so that a turn knows them before it is written.</summary>
internal sealed class Numbers
{
    private long execution;
    private long message;
    private long activity;

    /// <summary>Goes on after the highest numbers on disk.</summary>
    public void StartAfter(long lastExecution, long lastMessage, long lastActivity)
        => (execution, message, activity) = (lastExecution, lastMessage, lastActivity);

    public long NextExecution() => Interlocked.Increment(ref execution);

    public long NextMessage() => Interlocked.Increment(ref message);

    public long NextActivity() => Interlocked.Increment(ref activity);
}
