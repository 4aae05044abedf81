using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Tests.Store;

/// <summary>Keeps what is asked of a store, call by call.</summary>
internal sealed class RecordedStore(ICohortStore inner) : ICohortStore
{
    public List<string> Calls { get; } = [];

    /// <summary>Questions whose answer grows with the cohort.</summary>
    public IEnumerable<string> Lists => Calls.Where(c => c.StartsWith("list ", StringComparison.Ordinal));

    public int Reads => Calls.Count(c => c.StartsWith("find ", StringComparison.Ordinal) || c.StartsWith("own ", StringComparison.Ordinal));

    public int Writes => Calls.Count(c => c.StartsWith("write ", StringComparison.Ordinal));

    public static void Around(IServiceCollection services, Action<RecordedStore> made)
    {
        var real = services.Last(s => s.ServiceType == typeof(ICohortStore)).ImplementationFactory!;
        services.AddSingleton<ICohortStore>(s =>
        {
            var store = new RecordedStore((ICohortStore)real(s));
            made(store);
            return store;
        });
    }

    public Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument
    {
        Calls.Add($"find {typeof(T).Name}");
        return inner.FindAsync<T>(cohortId, id, cancellation);
    }

    public Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument
    {
        Calls.Add($"list {kind}");
        return inner.ListAsync<T>(cohortId, kind, cancellation);
    }

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation)
    {
        Calls.Add("own ");
        return inner.ListOwnedAsync(cohortId, ownerId, cancellation);
    }

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation)
    {
        Calls.Add("list cohorts");
        return inner.ListCohortsAsync(cancellation);
    }

    public Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        Calls.Add($"write {typeof(T).Name}");
        return inner.TryCreateAsync(document, cancellation);
    }

    public Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        Calls.Add($"write {typeof(T).Name}");
        return inner.TryReplaceAsync(document, etag, cancellation);
    }

    public Task DeleteAsync(string cohortId, string id, CancellationToken cancellation)
    {
        Calls.Add("write delete");
        return inner.DeleteAsync(cohortId, id, cancellation);
    }
}
