namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>A binary heap of (key, node) without decrease-key: an outdated entry is skipped by whoever takes it.</summary>
internal sealed class MinHeap
{
    private (long Key, int Node)[] _entries = new (long, int)[64];
    private int _count;

    public bool IsEmpty => _count == 0;

    public void Clear() => _count = 0;

    public void Add(long key, int node)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (_entries[parent].Key <= key)
            {
                break;
            }

            _entries[at] = _entries[parent];
            at = parent;
        }

        _entries[at] = (key, node);
    }

    public (long Key, int Node) Take()
    {
        var least = _entries[0];
        var last = _entries[--_count];
        var at = 0;
        while (true)
        {
            var child = (at * 2) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && _entries[child + 1].Key < _entries[child].Key)
            {
                child++;
            }

            if (_entries[child].Key >= last.Key)
            {
                break;
            }

            _entries[at] = _entries[child];
            at = child;
        }

        _entries[at] = last;
        return least;
    }
}
