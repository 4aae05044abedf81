namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>A binary heap of (key, node) without decrease-key: an outdated entry is skipped by whoever takes it.</summary>
internal sealed class MinHeap
{
    private (long Key, int Node)[] entries = new (long, int)[64];
    private int count;

    public bool IsEmpty => count == 0;

    public void Clear() => count = 0;

    public void Add(long key, int node)
    {
        if (count == entries.Length)
            Array.Resize(ref entries, count * 2);
        var at = count++;
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (entries[parent].Key <= key)
                break;
            entries[at] = entries[parent];
            at = parent;
        }

        entries[at] = (key, node);
    }

    public (long Key, int Node) Take()
    {
        var least = entries[0];
        var last = entries[--count];
        var at = 0;
        while (true)
        {
            var child = (at * 2) + 1;
            if (child >= count)
                break;
            if (child + 1 < count && entries[child + 1].Key < entries[child].Key)
                child++;
            if (entries[child].Key >= last.Key)
                break;
            entries[at] = entries[child];
            at = child;
        }

        entries[at] = last;
        return least;
    }
}
