using System.Collections.Concurrent;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Tells those who wait for an instance that something about it has been stored.</summary>
internal sealed class Changes
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the next change. Ask for it before you look at the instance, so that none slips between.</summary>
    public Task Next(string id)
        => _waiting.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Signal(string id)
    {
        if (_waiting.TryRemove(id, out var signal))
        {
            signal.SetResult();
        }
    }
}
