using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Tests.Applying;

/// <summary>A store that takes some writes and then none: the process died there.</summary>
internal sealed class StoppingStore(ICohortStore inner, int writes) : ICohortStore
{
    private int _left = writes;

    public Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument => inner.FindAsync<T>(cohortId, id, cancellation);

    public Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument => inner.ListAsync<T>(cohortId, kind, cancellation);

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation) =>
        inner.ListOwnedAsync(cohortId, ownerId, cancellation);

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation) => inner.ListCohortsAsync(cancellation);

    public Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument => Write(() => inner.TryCreateAsync(document, cancellation));

    public Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument => Write(() => inner.TryReplaceAsync(document, etag, cancellation));

    public Task DeleteAsync(string cohortId, string id, CancellationToken cancellation) => inner.DeleteAsync(cohortId, id, cancellation);

    private Task<bool> Write(Func<Task<bool>> write) => _left-- > 0 ? write() : throw new IOException("The process died here.");
}
