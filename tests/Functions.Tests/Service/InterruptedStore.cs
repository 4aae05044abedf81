using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>A store in which a test hears what is asked, and lets something happen just before or after.</summary>
internal sealed class InterruptedStore(ICohortStore inner) : ICohortStore
{
    public Func<IDocument, Task> BeforeReplacing { get; set; } = _ => Task.CompletedTask;

    public Action<IDocument> AfterWriting { get; set; } = _ => { };

    /// <summary>Hears the kind of every list asked for.</summary>
    public Action<string> BeforeListing { get; set; } = _ => { };

    /// <summary>Hears of every read and every write, before any of the others.</summary>
    public Action BeforeAnything { get; set; } = () => { };

    /// <summary>Hears every document that is to be created, there already or not.</summary>
    public Action<IDocument> BeforeCreating { get; set; } = _ => { };

    /// <summary>Past the interruptions.</summary>
    public ICohortStore Inner => inner;

    /// <summary>Puts one in front of the service's own store.</summary>
    public static void Around(IServiceCollection services, Action<InterruptedStore> made)
    {
        var real = services.Last(s => s.ServiceType == typeof(ICohortStore)).ImplementationFactory!;
        services.AddSingleton<ICohortStore>(s =>
        {
            var store = new InterruptedStore((ICohortStore)real(s));
            made(store);
            return store;
        });
    }

    public Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument
    {
        BeforeAnything();
        return inner.FindAsync<T>(cohortId, id, cancellation);
    }

    public Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument
    {
        BeforeAnything();
        BeforeListing(kind);
        return inner.ListAsync<T>(cohortId, kind, cancellation);
    }

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation) =>
        inner.ListOwnedAsync(cohortId, ownerId, cancellation);

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation) => inner.ListCohortsAsync(cancellation);

    public async Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        BeforeAnything();
        BeforeCreating(document);
        return After(document, await inner.TryCreateAsync(document, cancellation));
    }

    public async Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        BeforeAnything();
        await BeforeReplacing(document);
        return After(document, await inner.TryReplaceAsync(document, etag, cancellation));
    }

    public Task DeleteAsync(string cohortId, string id, CancellationToken cancellation) => inner.DeleteAsync(cohortId, id, cancellation);

    private bool After(IDocument document, bool written)
    {
        if (written)
        {
            AfterWriting(document);
        }

        return written;
    }
}
