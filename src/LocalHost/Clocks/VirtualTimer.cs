namespace ReverseMentoring.LocalHost.Clocks;

internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state, long number) : ITimer
{
    public static readonly Comparer<VirtualTimer> ByDueTime =
        Comparer<VirtualTimer>.Create((a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number));

    public DateTimeOffset Due { get; set; }

    public TimeSpan Period { get; set; }

    private long Number { get; } = number;

    public void Run() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Set(this, dueTime, period);
        return true;
    }

    public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
