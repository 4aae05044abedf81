using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Privacy;

namespace ReverseMentoring.Functions.Adapters.Cosmos;

/// <summary>The store on one container of Azure Cosmos DB for NoSQL.</summary>
/// <remarks>
/// It expects the container to be there: partition key <c>/cohortId</c>, default time to live -1 (documents that say so expire, the others
/// stay), and an indexing policy "consistent" that includes <c>/cohortId/?</c>, <c>/kind/?</c> and <c>/ownerId/?</c> and excludes
/// <c>/*</c>. Whatever has an id is read by it; lists are queries within one partition; only <see cref="ListCohortsAsync"/> looks across
/// partitions.
/// A failure other than a lost race or an absent document is a <see cref="CosmosException"/>.
/// </remarks>
public sealed class CosmosCohortStore(Container container, TimeProvider clock) : ICohortStore
{
    /// <summary>The caller has the document already.</summary>
    private static readonly ItemRequestOptions WithoutEcho = new() { EnableContentResponseOnWrite = false };

    public async Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument =>
            await ReadAsync<T>(cohortId, id, cancellation) is { } found && !IsOver(found.ExpiresAt) ? Handed(found) : null;

    public async Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument
    {
        var query = new QueryDefinition("SELECT * FROM c WHERE c.cohortId = @cohortId AND c.kind = @kind").WithParameter(
            "@cohortId", cohortId).WithParameter("@kind", kind);
        var found = await AllAsync<CosmosDocument<T>>(query, new PartitionKey(cohortId), cancellation);
        // Sorted here, by the contract's own order: some hundreds at most, and ORDER BY is charged for.
        return [.. found.Where(d => !IsOver(d.ExpiresAt)).OrderBy(d => d.Id, StringComparer.Ordinal).Select(Handed)];
    }

    public async Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation)
    {
        var query = new QueryDefinition("SELECT c.id, c.kind FROM c WHERE c.cohortId = @cohortId AND c.ownerId = @ownerId").WithParameter(
            "@cohortId", cohortId).WithParameter("@ownerId", ownerId);
        var found = await AllAsync<OwnedDocument>(query, new PartitionKey(cohortId), cancellation);
        return [.. found.OrderBy(d => d.Id, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation)
    {
        var found = await AllAsync<string>(
            new QueryDefinition("SELECT VALUE c.cohortId FROM c WHERE c.kind = 'cohort'"), null, cancellation);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    public async Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        var created = await CreateAsync(document, cancellation);
        if (created && await IsOwnerErasedAsync(document, cancellation))
        {
            await DeleteAsync(document.CohortId, document.Id, cancellation);
            throw new OwnerErasedException();
        }

        return created;
    }

    public async Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        var mark = VersionMark.Parse(etag);
        var replaced = !IsOver(mark.ExpiresAt) && await ReplaceAsync(document, mark.ETag, cancellation);
        return replaced && await IsOwnerErasedAsync(document, cancellation) ? throw new OwnerErasedException() : replaced;
    }

    public async Task DeleteAsync(string cohortId, string id, CancellationToken cancellation)
    {
        using var response = await container.DeleteItemStreamAsync(id, new PartitionKey(cohortId), WithoutEcho, cancellation);
        if (!IsAbsent(response))
        {
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>
    /// Asked after the write: an erasure that begins later finds what was written, and one that had begun is seen here. What a replacement
    /// wrote then goes with what it replaced. Session consistency is enough: no replica that knows our write lacks what came before it.
    /// </summary>
    private async Task<bool> IsOwnerErasedAsync(IDocument document, CancellationToken cancellation) =>
        document.OwnerId is { } owner
        && await ReadAsync<JsonElement>(document.CohortId, ErasureProof.DocumentIdOf(owner), cancellation) is not null;

    private async Task<bool> CreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument
    {
        while (true)
        {
            using var body = Written(document);
            using var created = await container.CreateItemStreamAsync(body, new PartitionKey(document.CohortId), WithoutEcho, cancellation);
            if (created.StatusCode != HttpStatusCode.Conflict)
            {
                created.EnsureSuccessStatusCode();
                return true;
            }

            var standing = await ReadAsync<JsonElement>(document.CohortId, document.Id, cancellation);
            if (standing is not null && !IsOver(standing.ExpiresAt))
            {
                return false;
            }

            // By our clock it has expired, and Cosmos DB still has it: whoever is first to take its place has created the new one.
            if (standing is not null && await ReplaceAsync(document, standing.ETag!, cancellation))
            {
                return true;
            }

            // It went away just now, or somebody else took its place; the next round tells.
        }
    }

    private async Task<bool> ReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument
    {
        using var body = Written(document);
        var ifUnchanged = new ItemRequestOptions { IfMatchEtag = etag, EnableContentResponseOnWrite = false };
        using var response = await container.ReplaceItemStreamAsync(
            body, document.Id, new PartitionKey(document.CohortId), ifUnchanged, cancellation);
        if (response.StatusCode == HttpStatusCode.PreconditionFailed || IsAbsent(response))
        {
            return false;
        }

        response.EnsureSuccessStatusCode();
        return true;
    }

    private async Task<CosmosDocument<T>?> ReadAsync<T>(string cohortId, string id, CancellationToken cancellation)
    {
        using var response = await container.ReadItemStreamAsync(id, new PartitionKey(cohortId), cancellationToken: cancellation);
        if (IsAbsent(response))
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await JsonSerializer.DeserializeAsync<CosmosDocument<T>>(response.Content, DocumentJson.Options, cancellation);
    }

    private async Task<List<T>> AllAsync<T>(QueryDefinition query, PartitionKey? partition, CancellationToken cancellation)
    {
        // Optimistic direct execution: while the container is one physical partition (50 GB), a query needs no plan fetched first.
        var options = new QueryRequestOptions { PartitionKey = partition, MaxItemCount = -1, EnableOptimisticDirectExecution = true };
        using var pages = container.GetItemQueryIterator<T>(query, requestOptions: options);
        var found = new List<T>();
        while (pages.HasMoreResults)
        {
            found.AddRange(await pages.ReadNextAsync(cancellation));
        }

        return found;
    }

    private MemoryStream Written<T>(T document)
        where T : class, IDocument
    {
        var expires = document.ExpiresAt?.ToUnixTimeMilliseconds();
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(
            new CosmosDocument<T>(
                document.Id, document.CohortId, document.Kind, TimeToLive(document.ExpiresAt), expires, document.OwnerId, document),
                    DocumentJson.Options));
    }

    /// <summary>Rounded up, so that Cosmos DB never removes a document before its time; it takes no less than a second.</summary>
    private int? TimeToLive(DateTimeOffset? expires) =>
        expires is { } at ? (int)Math.Clamp(Math.Ceiling((at - clock.GetUtcNow()).TotalSeconds), 1, int.MaxValue) : null;

    private bool IsOver(long? expires) => expires <= clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// The document is not there. A 404 with a substatus tells something else: no such container (1003), or a replica that lags behind our
    /// own write (1002).
    /// </summary>
    private static bool IsAbsent(ResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NotFound && response.Headers["x-ms-substatus"] is null or "" or "0";

    private static Stored<T> Handed<T>(CosmosDocument<T> found)
        where T : class, IDocument => new(found.Body, new VersionMark(found.ETag!, found.ExpiresAt).ToString());
}
