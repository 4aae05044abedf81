namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>A clock that stands still until it is told to go on; months pass in seconds. Its local zone is UTC.</summary>
/// <remarks>Callbacks run one after another on the thread that moves the clock, each at the very instant it was due.</remarks>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<VirtualTimer> _timers = new(VirtualTimer.ByDueTime);
    private DateTimeOffset _now = start.ToUniversalTime();
    private long _lastNumber;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves to an instant, running what falls due on the way. An instant in the past does nothing.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (TakeDue(instant) is { } due)
        {
            due.Run();
        }

        lock (_gate)
        {
            if (instant > _now)
            {
                _now = instant.ToUniversalTime();
            }
        }
    }

    /// <summary>Moves on by a span.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state, Interlocked.Increment(ref _lastNumber));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Set(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            timer.Period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            _timers.Add(timer);
        }
    }

    private VirtualTimer? TakeDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var first = _timers.Min;
            if (first is null || first.Due > until)
            {
                return null;
            }

            _timers.Remove(first);
            if (first.Due > _now)
            {
                _now = first.Due;
            }

            if (first.Period > TimeSpan.Zero)
            {
                first.Due += first.Period;
                _timers.Add(first);
            }
            return first;
        }
    }
}
