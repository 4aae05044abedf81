using System.Globalization;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Privacy;

namespace ReverseMentoring.Functions.Tests.Store;

/// <summary>The contract in memory, for tests that need hundreds of thousands of stores.</summary>
internal sealed class MemoryCohortStore(TimeProvider clock) : ICohortStore
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(string CohortId, string Id), (IDocument Document, long ETag)> _documents = [];
    private long _etags;

    public MemoryCohortStore Copy()
    {
        var copy = new MemoryCohortStore(clock) { _etags = _etags };
        lock (_turn)
        {
            foreach (var (key, document) in _documents)
            {
                copy._documents[key] = document;
            }
        }

        return copy;
    }

    public Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument
    {
        lock (_turn)
        {
            return Task.FromResult(Living(cohortId, id) is { } found ? Handed<T>(found) : null);
        }
    }

    public Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<Stored<T>>>([.. Of(cohortId).Where(d => d.Document.Kind == kind && !IsOver(d.Document))
                .Select(Handed<T>)]);
        }
    }

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation)
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<OwnedDocument>>([.. Of(cohortId).Where(d => d.Document.OwnerId == ownerId)
                .Select(d => new OwnedDocument(d.Document.Id, d.Document.Kind))]);
        }
    }

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation)
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<string>>(
                [.. _documents.Values.Where(d => d.Document.Kind == "cohort").Select(d => d.Document.CohortId)
                    .Order(StringComparer.Ordinal)]);
        }
    }

    public Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument =>
        Task.FromResult(Write(document, () => Living(document.CohortId, document.Id) is null));

    public Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument =>
        Task.FromResult(Write(
            document,
            () => Living(document.CohortId, document.Id) is { } found && found.ETag == long.Parse(etag, CultureInfo.InvariantCulture)));

    public Task DeleteAsync(string cohortId, string id, CancellationToken cancellation)
    {
        lock (_turn)
        {
            _documents.Remove((cohortId, id));
            return Task.CompletedTask;
        }
    }

    private bool Write(IDocument document, Func<bool> fits)
    {
        lock (_turn)
        {
            if (document.OwnerId is { } owner && Living(document.CohortId, ErasureProof.DocumentIdOf(owner)) is not null)
            {
                throw new OwnerErasedException();
            }

            if (!fits())
            {
                return false;
            }

            _documents[(document.CohortId, document.Id)] = (document, ++_etags);
            return true;
        }
    }

    private IEnumerable<(IDocument Document, long ETag)> Of(string cohortId) =>
        _documents.Where(d => d.Key.CohortId == cohortId).OrderBy(d => d.Key.Id, StringComparer.Ordinal).Select(d => d.Value);

    private (IDocument Document, long ETag)? Living(string cohortId, string id) =>
        _documents.TryGetValue((cohortId, id), out var found) && !IsOver(found.Document) ? found : null;

    private bool IsOver(IDocument document) => document.ExpiresAt <= clock.GetUtcNow();

    private static Stored<T> Handed<T>((IDocument Document, long ETag) found)
        where T : class, IDocument =>
        new((T)found.Document, found.ETag.ToString(CultureInfo.InvariantCulture));
}
