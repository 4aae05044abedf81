namespace ReverseMentoring.Domain.Documents;

/// <summary>
/// The truth about every cohort: documents in one container, partitioned by cohort, with optimistic concurrency.
/// Every adapter passes the same contract tests.
/// </summary>
/// <remarks>All members may throw the adapter's own exceptions when its infrastructure is broken; a lost race is a return value.</remarks>
public interface ICohortStore
{
    /// <summary>A point read; null where there is no such document or it has expired.</summary>
    Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument;

    /// <summary>All documents of one kind in one cohort, in order of id.</summary>
    Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument;

    /// <summary>What belongs to one person, their own document among it, in order of id; expired documents too.</summary>
    Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation);

    /// <summary>
    /// A mark that differs after whatever change to whichever document of a cohort, for keeping what was read between two equal marks. The
    /// passing of time does not change it.
    /// </summary>
    /// <returns>Null from a store that can't tell without reading.</returns>
    Task<string?> MarkAsync(string cohortId, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>Ids of all cohorts, in order.</summary>
    Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation);

    /// <returns>False where a document with this id exists already; nothing was changed.</returns>
    /// <exception cref="OwnerErasedException">The erasure of its owner has begun; nothing of it is kept.</exception>
    Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument;

    /// <param name="document">Takes the place of the one that <paramref name="etag"/> was read with; same cohort and id.</param>
    /// <returns>False where the document has changed or gone since; nothing was changed.</returns>
    /// <exception cref="OwnerErasedException">The erasure of its owner has begun; nothing of it is kept.</exception>
    Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument;

    /// <summary>Deleting a document that does not exist is not an error.</summary>
    Task DeleteAsync(string cohortId, string id, CancellationToken cancellation);
}

/// <summary>A document by its id and kind, whatever is in it.</summary>
public sealed record OwnedDocument(string Id, string Kind);

/// <summary>A document with the mark of the version it was read at.</summary>
public sealed record Stored<T>(T Value, string ETag)
    where T : class, IDocument;
