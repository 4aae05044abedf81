using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>
/// External events of one orchestration: those who wait and those that came too early. As in the official worker the latest
/// waiter is served first; unlike there, an event is never given to a waiter that has been cancelled.
/// </summary>
internal sealed class EventBox
{
    private readonly Dictionary<string, List<Waiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> unclaimed = [];

    public bool AnyWaiting => waiters.Values.Any(list => list.Count > 0);

    /// <summary>Events nobody waited for, in the order they came.</summary>
    public IReadOnlyList<EventRaised> Unclaimed => unclaimed;

    /// <exception cref="ArgumentException">Someone waits for this name with another type.</exception>
    public Task<string?> Wait(string name, Type type, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<string?>(cancellation);
        var list = WaitersOf(name);
        if (list.Find(other => other.Type != type) is { } conflict)
            throw new ArgumentException(
                $"Event '{name}' is awaited as {conflict.Type} already and cannot be awaited as {type}: give it one type.", nameof(type));
        var early = unclaimed.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            var payload = unclaimed[early].Payload;
            unclaimed.RemoveAt(early);
            return Task.FromResult(payload);
        }
        var waiter = new Waiter(type);
        list.Add(waiter);
        cancellation.Register(() =>
        {
            if (list.Remove(waiter))
                waiter.Arrival.TrySetCanceled(cancellation);
        });
        return waiter.Arrival.Task;
    }

    public void Deliver(EventRaised raised)
    {
        var list = WaitersOf(raised.Name);
        if (list.Count == 0)
        {
            unclaimed.Add(raised);
            return;
        }
        var latest = list[^1];
        list.RemoveAt(list.Count - 1);
        latest.Arrival.SetResult(raised.Payload);
    }

    private List<Waiter> WaitersOf(string name)
    {
        if (!waiters.TryGetValue(name, out var list))
            waiters[name] = list = [];
        return list;
    }

    private sealed class Waiter(Type type)
    {
        public Type Type => type;

        public TaskCompletionSource<string?> Arrival { get; } = new();
    }
}
