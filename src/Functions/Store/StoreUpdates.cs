using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.Store;

/// <summary>Read, change, write back; again where somebody else was faster.</summary>
public static class StoreUpdates
{
    private const int MostTries = 50;

    /// <param name="change">Returns the same object where there is nothing to change; it may run several times.</param>
    /// <returns>The document as it now stands, or null where there is none.</returns>
    /// <exception cref="TimeoutException">Others kept being faster.</exception>
    public static async Task<T?> UpdateAsync<T>(
        this ICohortStore store, string cohortId, string id, Func<T, T> change, CancellationToken cancellation)
        where T : class, IDocument
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await store.FindAsync<T>(cohortId, id, cancellation) is not { } found)
            {
                return null;
            }

            var changed = change(found.Value);
            try
            {
                if (ReferenceEquals(changed, found.Value) || await store.TryReplaceAsync(changed, found.ETag, cancellation))
                {
                    return changed;
                }
            }
            catch (OwnerErasedException)
            {
                // As good as gone.
                return null;
            }
        }

        throw new TimeoutException($"The document {id} of cohort {cohortId} kept changing under {MostTries} attempts to update it.");
    }

    /// <summary>Puts a document in the place of the one that the cohort was read with, and creates it where there was none then.</summary>
    /// <returns>False where it has changed, come or gone since the cohort was read; nothing was changed.</returns>
    public static Task<bool> TryReplaceAsync<T>(this ICohortStore store, CohortSnapshot read, T document, CancellationToken cancellation)
        where T : class, IDocument =>
        read.ETags.GetValueOrDefault(document.Id) is { } etag
            ? store.TryReplaceAsync(document, etag, cancellation)
            : store.TryCreateAsync(document, cancellation);

    /// <summary>As <see cref="TryReplaceAsync"/>, with what to say where somebody else was faster.</summary>
    public static async Task<Outcome<T>> ReplaceAsync<T>(
        this ICohortStore store, CohortSnapshot read, T document, string overtaken, CancellationToken cancellation)
        where T : class, IDocument =>
        await store.TryReplaceAsync(read, document, cancellation) ? document : Refusal.Conflict(overtaken);

    /// <summary>Creates the document, or puts it in the place of whatever has its id.</summary>
    public static async Task PutAsync<T>(this ICohortStore store, T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        // One that went between the two is created after all, or its owner turns out to be erased.
        while (!await store.TryCreateAsync(document, cancellation)
            && await store.UpdateAsync<T>(document.CohortId, document.Id, _ => document, cancellation) is null)
        {
        }
    }
}
