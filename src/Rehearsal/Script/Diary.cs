namespace ReverseMentoring.Rehearsal.Script;

/// <summary>What people mean to do, and when, in order of time and then of entry.</summary>
public sealed class Diary
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Entry)> _entries = new();
    private long _count;

    /// <summary>UTC; null when nobody means to do anything more.</summary>
    public DateTimeOffset? Next => _entries.TryPeek(out _, out var key) ? key.At : null;

    /// <summary>People act on the full minute.</summary>
    public void Add(DateTimeOffset at, Func<Task> act) =>
        _entries.Enqueue(act, (new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), at.Offset), _count++));

    public Func<Task>? TakeDue(DateTimeOffset now) => Next <= now ? _entries.Dequeue() : null;
}
