namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>Notices that somebody sets the machine's clock back.</summary>
internal sealed class ClockWatch(TimeProvider clock)
{
    // Less is a clock that is being kept right.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(20);

    private (long Timestamp, DateTimeOffset Now) _looked = (clock.GetTimestamp(), clock.GetUtcNow());

    /// <summary>A clock that went on by less than the time that has passed since it was last looked at was set back.</summary>
    /// <returns>By how much; zero where it was not.</returns>
    public TimeSpan SetBackBy()
    {
        var (before, now) = (_looked, clock.GetUtcNow());
        _looked = (clock.GetTimestamp(), now);
        var back = clock.GetElapsedTime(before.Timestamp, _looked.Timestamp) - (now - before.Now);
        return back < Least ? TimeSpan.Zero : back;
    }
}
