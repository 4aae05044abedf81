using System.Text.Json.Serialization;

namespace ReverseMentoring.Functions.Adapters.Cosmos;

/// <summary>A document as it lies in the container: what finds it outside, the document itself in <c>body</c>.</summary>
/// <param name="Ttl">Seconds after its last write at which Cosmos DB removes it by itself; null: never.</param>
/// <param name="ExpiresAt">Milliseconds since 1970, UTC; from then on it reads as absent, whether or not Cosmos DB has removed it.</param>
/// <param name="OwnerId">Whose it is; null: nobody's.</param>
/// <param name="ETag">Cosmos DB's own mark of the version; not written.</param>
internal sealed record CosmosDocument<T>(
    string Id,
    string CohortId,
    string Kind,
    [property: JsonPropertyName("ttl")] int? Ttl,
    long? ExpiresAt,
    string? OwnerId,
    T Body,
    [property: JsonPropertyName("_etag")] string? ETag = null);
