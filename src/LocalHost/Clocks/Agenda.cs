namespace ReverseMentoring.LocalHost.Clocks;

/// <summary>Everything that is to happen at an instant: one timer of the clock, set to the earliest.</summary>
internal sealed class Agenda : IDisposable
{
    // Real timers take at most 49 days; waking once an hour in between costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly SortedSet<Entry> _entries = new(Entry.Order);
    private readonly TimeProvider _clock;
    private readonly WorkTracker _work;
    private readonly ITimer _timer;
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
    public IDisposable Add(DateTimeOffset due, Action action)
    {
        lock (_gate)
        {
            var entry = new Entry(this, due.ToUniversalTime(), ++_lastNumber, action);
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
            if (_stopped || _entries.Min is not { } first || first.Due > _clock.GetUtcNow())
            {
                return null;
            }

            _entries.Remove(first);
            return first;
        }
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
