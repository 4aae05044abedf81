using System.Text.Json;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Bench.Costs;

internal enum StoreCall
{
    Find,
    FindNothing,
    List,
    ListCohorts,
    Create,
    Replace,
    Delete,
}

/// <param name="Documents">Found or written.</param>
/// <param name="Bytes">Of these documents.</param>
internal sealed record Tally(long Calls, long Documents, long Bytes, double RequestUnits)
{
    public static Tally None { get; } = new(0, 0, 0, 0);

    public static Tally operator +(Tally one, Tally other) =>
        new(one.Calls + other.Calls, one.Documents + other.Documents, one.Bytes + other.Bytes, one.RequestUnits + other.RequestUnits);
}

/// <summary>Counts the calls to a store by what they do and to which kind of document, and what each would be charged.</summary>
/// <remarks>A write that lost a race is counted as if it had gone through. What has no kind, a deletion or a miss, is counted under its
/// id's first word.</remarks>
internal sealed class CountingStore(ICohortStore inner) : ICohortStore
{
    private readonly Dictionary<(StoreCall Call, string Kind), Tally> _tallies = [];
    private readonly Dictionary<(string, string), int> _sizes = [];

    public IReadOnlyDictionary<(StoreCall Call, string Kind), Tally> Tallies => _tallies;

    /// <summary>Bytes of all documents at the busiest moment.</summary>
    public long PeakBytes { get; private set; }

    public async Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument
    {
        var found = await inner.FindAsync<T>(cohortId, id, cancellation);
        var bytes = found is null ? 0 : SizeOf(found.Value);
        Count(
            found is null ? StoreCall.FindNothing : StoreCall.Find,
            found?.Value.Kind ?? FirstWord(id),
            found is null ? 0 : 1,
            bytes,
            RequestUnits.PointRead(bytes));
        return found;
    }

    public async Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument
    {
        var found = await inner.ListAsync<T>(cohortId, kind, cancellation);
        var bytes = found.Sum(d => SizeOf(d.Value));
        Count(StoreCall.List, kind, found.Count, bytes, RequestUnits.Query(found.Count, bytes));
        return found;
    }

    public async Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation)
    {
        var found = await inner.ListOwnedAsync(cohortId, ownerId, cancellation);
        Count(StoreCall.List, "owned", found.Count, 0, RequestUnits.Query(found.Count, 0));
        return found;
    }

    public async Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation)
    {
        var found = await inner.ListCohortsAsync(cancellation);
        Count(StoreCall.ListCohorts, "cohort", found.Count, 0, RequestUnits.Query(found.Count, 0));
        return found;
    }

    public async Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        Count(StoreCall.Create, document.Kind, 1, SizeOf(document), RequestUnits.Create(SizeOf(document)));
        return Kept(document, await inner.TryCreateAsync(document, cancellation));
    }

    public async Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        Count(StoreCall.Replace, document.Kind, 1, SizeOf(document), RequestUnits.Replace(SizeOf(document)));
        return Kept(document, await inner.TryReplaceAsync(document, etag, cancellation));
    }

    public async Task DeleteAsync(string cohortId, string id, CancellationToken cancellation)
    {
        lock (_tallies)
        {
            _sizes.Remove((cohortId, id), out var bytes);
            Count(StoreCall.Delete, FirstWord(id), 1, bytes, RequestUnits.Delete(bytes));
        }

        await inner.DeleteAsync(cohortId, id, cancellation);
    }

    /// <summary>As the Cosmos adapter writes it: the document, what finds it, and about 200 bytes of Cosmos DB's own.</summary>
    private static int SizeOf<T>(T document)
        where T : class, IDocument =>
        JsonSerializer.SerializeToUtf8Bytes(
            document, DocumentJson.Options).Length + document.Id.Length + document.CohortId.Length + document.Kind.Length + 90 + 200;

    private static string FirstWord(string id) => id.Split('-')[0];

    private bool Kept<T>(T document, bool written)
        where T : class, IDocument
    {
        if (written)
        {
            lock (_tallies)
            {
                _sizes[(document.CohortId, document.Id)] = SizeOf(document);
                PeakBytes = Math.Max(PeakBytes, _sizes.Values.Sum(s => (long)s));
            }
        }

        return written;
    }

    private void Count(StoreCall call, string kind, int documents, long bytes, double units)
    {
        lock (_tallies)
        {
            _tallies[(call, kind)] = _tallies.GetValueOrDefault((call, kind), Tally.None) + new Tally(1, documents, bytes, units);
        }
    }
}
