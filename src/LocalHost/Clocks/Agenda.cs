namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>Everything that is to happen at an instant: one timer of the clock, set to the earliest.</summary>
internal sealed class Agenda : IDisposable
{
    // Timers do not notice that somebody sets the clock; looking at it twice a minute costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly SortedSet<Entry> _entries = new(Entry.Order);
    private readonly TimeProvider _clock;
    private readonly WorkTracker _work;
    private readonly ITimer _timer;
    private readonly ClockWatch _watch;
    private readonly bool _isVirtual;
    private readonly bool _oneAtATime;
    private long _lastNumber;
    private bool _stopped;

    public Agenda(TimeProvider clock, WorkTracker work, bool oneAtATime)
    {
        _clock = clock;
        _work = work;
        _isVirtual = clock is VirtualClock;
        _oneAtATime = oneAtATime && _isVirtual;
        _watch = new ClockWatch(clock);
        _timer = clock.CreateTimer(_ => RunDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The earliest instant (UTC) anything is due; null when nothing is.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_gate)
            {
                return _entries.Min?.Due;
            }
        }
    }

    /// <summary>Runs the action at the instant; disposing the entry takes it off.</summary>
    /// <param name="whenSetBack">
    /// Of an instant and by how much the clock has been set back, the instant at which the action is run instead; null: at the same.
    /// </param>
    public IDisposable Add(DateTimeOffset due, Action action, Func<DateTimeOffset, TimeSpan, DateTimeOffset>? whenSetBack = null)
    {
        lock (_gate)
        {
            LookAtClock();
            var entry = new Entry(this, due.ToUniversalTime(), ++_lastNumber, action, whenSetBack);
            _entries.Add(entry);
            if (entry.Due <= _clock.GetUtcNow())
            {
                RunDueSoon();
            }
            else if (ReferenceEquals(_entries.Min, entry))
            {
                Arm();
            }

            return entry;
        }
    }

    /// <summary>Runs what is due now, in order; one at a time means the first of it.</summary>
    public void RunDue()
    {
        using var _ = _work.Begin();
        while (TakeDue() is { } entry)
        {
            entry.Action();
            if (_oneAtATime)
            {
                break;
            }
        }
        lock (_gate)
        {
            Arm();
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
        }
    }

    public void Dispose()
    {
        Stop();
        _timer.Dispose();
    }

    // A virtual clock calls nobody until it moves, so what is due already does not wait for it.
    private void RunDueSoon()
    {
        if (_oneAtATime)
        {
            return;
        }

        _work.Enter();
        ThreadPool.UnsafeQueueUserWorkItem(
            static agenda =>
            {
                agenda.RunDue();
                agenda._work.Leave();
            },
            this,
            preferLocal: false);
    }

    private Entry? TakeDue()
    {
        lock (_gate)
        {
            LookAtClock();
            if (_stopped || _entries.Min is not { } first || first.Due > _clock.GetUtcNow())
            {
                return null;
            }

            _entries.Remove(first);
            return first;
        }
    }

    private void LookAtClock()
    {
        var back = _watch.SetBackBy();
        if (back == TimeSpan.Zero)
        {
            return;
        }

        foreach (var entry in _entries.Where(e => e.WhenSetBack is not null).ToList())
        {
            _entries.Remove(entry);
            entry.Due = entry.WhenSetBack!(entry.Due, back);
            _entries.Add(entry);
        }

        Arm();
    }

    private void Arm()
    {
        if (_stopped || _entries.Min is not { } first)
        {
            return;
        }

        var wait = first.Due - _clock.GetUtcNow();
        if (wait <= TimeSpan.Zero && _oneAtATime)
        {
            return;
        }

        if (wait < TimeSpan.Zero)
        {
            wait = TimeSpan.Zero;
        }

        _timer.Change(_isVirtual || wait < LongestSleep ? wait : LongestSleep, Timeout.InfiniteTimeSpan);
    }

    private void Remove(Entry entry)
    {
        lock (_gate)
        {
            _entries.Remove(entry);
        }
    }

    private sealed class Entry(
        Agenda agenda, DateTimeOffset due, long number, Action action, Func<DateTimeOffset, TimeSpan, DateTimeOffset>? whenSetBack)
        : IDisposable
    {
        public static readonly Comparer<Entry> Order =
            Comparer<Entry>.Create((a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number));

        /// <summary>Changed only while the entry is not among the others, which are in its order.</summary>
        public DateTimeOffset Due { get; set; } = due;

        public Action Action => action;

        public Func<DateTimeOffset, TimeSpan, DateTimeOffset>? WhenSetBack => whenSetBack;

        private long Number => number;

        public void Dispose() => agenda.Remove(this);
    }
}
