using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Tests.Erasing;

/// <summary>Lets the calls of several actors to one store through one at a time, in the order that chance draws.</summary>
internal sealed class Turnstile(Random chance)
{
    private readonly List<TaskCompletionSource> _waiting = [];

    /// <summary>Runs all to their end; each runs until its next call to the store, then waits for its turn.</summary>
    public async Task PlayAsync(IEnumerable<Func<Task>> actors)
    {
        var running = actors.Select(a => a()).ToList();
        while (running.Exists(r => !r.IsCompleted))
        {
            if (Next(running.Count(r => !r.IsCompleted)) is { } next)
            {
                next.SetResult();
            }
            else
            {
                // Somebody's call has not come back yet.
                await Task.Yield();
            }
        }

        await Task.WhenAll(running);
    }

    private TaskCompletionSource? Next(int running)
    {
        lock (_waiting)
        {
            if (_waiting.Count == 0 || _waiting.Count < running)
            {
                return null;
            }

#pragma warning disable CA5394 // chance for an order, not for a secret
            var next = _waiting[chance.Next(_waiting.Count)];
#pragma warning restore CA5394
            _waiting.Remove(next);
            return next;
        }
    }

    public Task PassAsync()
    {
        var turn = new TaskCompletionSource();
        lock (_waiting)
        {
            _waiting.Add(turn);
        }

        return turn.Task;
    }
}

/// <summary>One actor's way to the store.</summary>
/// <param name="turnstile">Null where its calls are let through further on.</param>
/// <param name="dies">Before this call of the actor, counted from 0, its process dies; null: never.</param>
internal sealed class ThroughTurnstile(ICohortStore inner, Turnstile? turnstile, int? dies = null) : ICohortStore
{
    private int _calls;

    public async Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument
    {
        await PassAsync();
        return await inner.FindAsync<T>(cohortId, id, cancellation);
    }

    public async Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument
    {
        await PassAsync();
        return await inner.ListAsync<T>(cohortId, kind, cancellation);
    }

    public async Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation)
    {
        await PassAsync();
        return await inner.ListOwnedAsync(cohortId, ownerId, cancellation);
    }

    public async Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation)
    {
        await PassAsync();
        return await inner.ListCohortsAsync(cancellation);
    }

    public async Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        await PassAsync();
        return await inner.TryCreateAsync(document, cancellation);
    }

    public async Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        await PassAsync();
        return await inner.TryReplaceAsync(document, etag, cancellation);
    }

    public async Task DeleteAsync(string cohortId, string id, CancellationToken cancellation)
    {
        await PassAsync();
        await inner.DeleteAsync(cohortId, id, cancellation);
    }

    private async Task PassAsync()
    {
        await (turnstile?.PassAsync() ?? Task.CompletedTask);
        if (_calls++ == dies)
        {
            throw new KilledException();
        }
    }
}

/// <summary>Requests about documents wait for their turn, so that others come between the two of which one call may consist.</summary>
internal sealed class RequestTurnstile(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Null: all are let through.</summary>
    public Turnstile? Turnstile { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Turnstile is { } turnstile && request.RequestUri!.AbsolutePath.Contains("/docs", StringComparison.Ordinal))
        {
            await turnstile.PassAsync();
        }

        return await base.SendAsync(request, cancellationToken);
    }
}

internal sealed class KilledException() : Exception("The process died here.");
