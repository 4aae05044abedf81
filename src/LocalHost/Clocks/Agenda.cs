namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>Everything that is to happen at an instant: one timer of the clock, set to the earliest.</summary>
internal sealed class Agenda : IDisposable
{
    // Real timers take at most 49 days; waking once an hour in between costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly SortedSet<Entry> entries = new(Entry.Order);
    private readonly TimeProvider clock;
    private readonly WorkTracker work;
    private readonly ITimer timer;
    private readonly bool isVirtual;
    private readonly bool oneAtATime;
    private long lastNumber;
    private bool stopped;

    public Agenda(TimeProvider clock, WorkTracker work, bool oneAtATime)
    {
        this.clock = clock;
        this.work = work;
        isVirtual = clock is VirtualClock;
        this.oneAtATime = oneAtATime && isVirtual;
        timer = clock.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The earliest instant (UTC) anything is due; null when nothing is.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (gate)
                return entries.Min?.Due;
        }
    }

    /// <summary>Runs the action at the instant; disposing the entry takes it off.</summary>
    public IDisposable Add(DateTimeOffset due, Action action)
    {
        lock (gate)
        {
            var entry = new Entry(this, due.ToUniversalTime(), ++lastNumber, action);
            entries.Add(entry);
            if (entry.Due <= clock.GetUtcNow())
                RunDueSoon();
            else if (ReferenceEquals(entries.Min, entry))
                Arm();
            return entry;
        }
    }

    /// <summary>Runs what is due now, in order; one at a time means the first of it.</summary>
    public void RunDue()
    {
        using var _ = work.Begin();
        while (TakeDue() is { } entry)
        {
            entry.Action();
            if (oneAtATime)
                break;
        }
        lock (gate)
            Arm();
    }

    public void Stop()
    {
        lock (gate)
            stopped = true;
    }

    public void Dispose()
    {
        Stop();
        timer.Dispose();
    }

    // A virtual clock calls nobody until it moves, so what is due already does not wait for it.
    private void RunDueSoon()
    {
        if (oneAtATime)
            return;
        work.Enter();
        ThreadPool.UnsafeQueueUserWorkItem(
            static agenda =>
            {
                agenda.RunDue();
                agenda.work.Leave();
            },
            this,
            preferLocal: false);
    }

    private Entry? TakeDue()
    {
        lock (gate)
        {
            if (stopped || entries.Min is not { } first || first.Due > clock.GetUtcNow())
                return null;
            entries.Remove(first);
            return first;
        }
    }

    private void Arm()
    {
        if (stopped || entries.Min is not { } first)
            return;
        var wait = first.Due - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero && oneAtATime)
            return;
        if (wait < TimeSpan.Zero)
            wait = TimeSpan.Zero;
        timer.Change(isVirtual || wait < LongestSleep ? wait : LongestSleep, Timeout.InfiniteTimeSpan);
    }

    private void Remove(Entry entry)
    {
        lock (gate)
            entries.Remove(entry);
    }

    private sealed class Entry(Agenda agenda, DateTimeOffset due, long number, Action action) : IDisposable
    {
        public static readonly Comparer<Entry> Order =
            Comparer<Entry>.Create((a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number));

        public DateTimeOffset Due => due;

        public Action Action => action;

        private long Number => number;

        public void Dispose() => agenda.Remove(this);
    }
}
