using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Tests.Store;

/// <summary>Counts what is asked of a store, by kind of question.</summary>
internal sealed class CountedStore(ICohortStore inner) : ICohortStore
{
    public int PointReads { get; private set; }

    /// <summary>Questions whose answer grows with the cohort.</summary>
    public List<string> Lists { get; } = [];

    public int Writes { get; private set; }

    public static void Around(IServiceCollection services, Action<CountedStore> made)
    {
        var real = services.Last(s => s.ServiceType == typeof(ICohortStore)).ImplementationFactory!;
        services.AddSingleton<ICohortStore>(s =>
        {
            var store = new CountedStore((ICohortStore)real(s));
            made(store);
            return store;
        });
    }

    public void Reset()
    {
        (PointReads, Writes) = (0, 0);
        Lists.Clear();
    }

    public Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument
    {
        PointReads++;
        return inner.FindAsync<T>(cohortId, id, cancellation);
    }

    public Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument
    {
        Lists.Add(kind);
        return inner.ListAsync<T>(cohortId, kind, cancellation);
    }

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation)
    {
        PointReads++;
        return inner.ListOwnedAsync(cohortId, ownerId, cancellation);
    }

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation)
    {
        Lists.Add("cohorts");
        return inner.ListCohortsAsync(cancellation);
    }

    public Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        Writes++;
        return inner.TryCreateAsync(document, cancellation);
    }

    public Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        Writes++;
        return inner.TryReplaceAsync(document, etag, cancellation);
    }

    public Task DeleteAsync(string cohortId, string id, CancellationToken cancellation)
    {
        Writes++;
        return inner.DeleteAsync(cohortId, id, cancellation);
    }
}
