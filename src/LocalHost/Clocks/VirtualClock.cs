namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>A clock that stands still until it is told to go on; months pass in seconds. Its local zone is UTC.</summary>
/// <remarks>Callbacks run one after another on the thread that moves the clock, each at the very instant it was due.</remarks>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly SortedSet<VirtualTimer> timers = new(VirtualTimer.ByDueTime);
    private DateTimeOffset now = start.ToUniversalTime();
    private long lastNumber;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves to an instant, running what falls due on the way. An instant in the past does nothing.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (TakeDue(instant) is { } due)
            due.Run();
        lock (gate)
        {
            if (instant > now)
                now = instant.ToUniversalTime();
        }
    }

    /// <summary>Moves on by a span.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state, Interlocked.Increment(ref lastNumber));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Set(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            timer.Period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = now + dueTime;
            timers.Add(timer);
        }
    }

    private VirtualTimer? TakeDue(DateTimeOffset until)
    {
        lock (gate)
        {
            var first = timers.Min;
            if (first is null || first.Due > until)
                return null;
            timers.Remove(first);
            if (first.Due > now)
                now = first.Due;
            if (first.Period > TimeSpan.Zero)
            {
                first.Due += first.Period;
                timers.Add(first);
            }
            return first;
        }
    }
}
