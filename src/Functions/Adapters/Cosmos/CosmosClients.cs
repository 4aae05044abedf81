using Azure.Core;
using Microsoft.Azure.Cosmos;

namespace ReverseMentoring.Functions.Adapters.Cosmos;

/// <summary>How the service talks to Cosmos DB.</summary>
public static class CosmosClients
{
    /// <param name="credential">The app's own identity with the role "Cosmos DB Built-in Data Contributor"; there are no keys.</param>
    public static CosmosClient Open(Uri endpoint, TokenCredential credential) => new(endpoint.AbsoluteUri, credential, Options());

    /// <summary>The options of every client, in production and in tests.</summary>
    public static CosmosClientOptions Options() => new()
    {
        // HTTPS on one port. Direct mode saves some milliseconds a call, and pays for it with TCP connections to every replica,
        // which an instance that lives for minutes opens anew each time.
        ConnectionMode = ConnectionMode.Gateway,
        ConsistencyLevel = ConsistencyLevel.Session,
        // Bulk mode holds calls back to bundle them; every caller here waits for its answer.
        AllowBulkExecution = false,
        // Throttled calls wait as long as Cosmos DB asks, but not longer than a person waits for a page. What still fails then
        // fails the activity, which the orchestrator repeats minutes later.
        MaxRetryAttemptsOnRateLimitedRequests = 9,
        MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(20),
        UseSystemTextJsonSerializerWithOptions = DocumentJson.Options,
    };
}
