using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.LocalHost.Tests;

/// <summary>A machine's clock: timers run by the time that passes, whatever somebody sets the clock to.</summary>
/// <param name="passing">The time that passes.</param>
internal sealed class SetClock(VirtualClock passing) : TimeProvider
{
    private TimeSpan _set;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => passing.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => passing.GetUtcNow() + _set;

    public override long GetTimestamp() => passing.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        passing.CreateTimer(callback, state, dueTime, period);

    public void Set(TimeSpan by) => _set += by;

    public void Pass(TimeSpan time) => passing.Advance(time);
}
