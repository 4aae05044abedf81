using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Tests.Store;

namespace ReverseMentoring.Functions.Tests.RoleSequences;

/// <summary>A store in memory that is put back as it was before each play.</summary>
internal sealed class StageStore(TimeProvider clock) : ICohortStore
{
    private MemoryCohortStore _current = new(clock);

    /// <summary>Every document on its way out: with it a test takes a rule away.</summary>
    public Func<IDocument, IDocument> Out { get; set; } = document => document;

    public MemoryCohortStore Kept() => _current.Copy();

    public void PutBack(MemoryCohortStore kept) => _current = kept.Copy();

    public async Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument =>
        await _current.FindAsync<T>(cohortId, id, cancellation) is { } found ? found with { Value = (T)Out(found.Value) } : null;

    public async Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument =>
        [.. (await _current.ListAsync<T>(cohortId, kind, cancellation)).Select(s => s with { Value = (T)Out(s.Value) })];

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation) =>
        _current.ListOwnedAsync(cohortId, ownerId, cancellation);

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation) => _current.ListCohortsAsync(cancellation);

    public Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument => _current.TryCreateAsync(document, cancellation);

    public Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument => _current.TryReplaceAsync(document, etag, cancellation);

    public Task DeleteAsync(string cohortId, string id, CancellationToken cancellation) =>
        _current.DeleteAsync(cohortId, id, cancellation);
}
