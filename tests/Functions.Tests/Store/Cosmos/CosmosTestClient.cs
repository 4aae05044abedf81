using Microsoft.Azure.Cosmos;
using ReverseMentoring.Functions.Adapters.Cosmos;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>Clients with the service's own options, but for what a server on loopback needs.</summary>
internal static class CosmosTestClient
{
    /// <summary>The server checks no key; the SDK wants one in base 64.</summary>
    private static readonly string NoKey = Convert.ToBase64String(new byte[32]);

    public static CosmosClient Open(Uri server, HttpMessageHandler handler)
    {
        var options = CosmosClients.Options();
        options.LimitToEndpoint = true;
#pragma warning disable CA5400 // Nothing revokes a test's own certificate.
        options.HttpClientFactory = () => new HttpClient(handler, disposeHandler: false);
#pragma warning restore CA5400
        return new CosmosClient(server.AbsoluteUri, NoKey, options);
    }

    /// <summary>Trusts whatever certificate a server on loopback shows, and nobody else's.</summary>
    public static HttpMessageHandler Loopback()
    {
        var handler = new HttpClientHandler();
        // The server's certificate is its package's own, self-signed and expired.
#pragma warning disable MA0039 // It says nothing to anybody off this machine.
        handler.ServerCertificateCustomValidationCallback = (request, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None
            || request.RequestUri!.IsLoopback;
#pragma warning restore MA0039
        return handler;
    }

    /// <summary>A database of its own with the container as the infrastructure files make it.</summary>
    public static async Task<Container> CreateContainerAsync(CosmosClient client)
    {
        Database database = await client.CreateDatabaseAsync($"test-{Guid.NewGuid():N}");
        return await database.CreateContainerAsync(new ContainerProperties("cohorts", "/cohortId")
        {
            DefaultTimeToLive = -1,
            IndexingPolicy = new IndexingPolicy
            {
                IndexingMode = IndexingMode.Consistent,
                IncludedPaths = { new IncludedPath { Path = "/cohortId/?" }, new IncludedPath { Path = "/kind/?" },
                    new IncludedPath { Path = "/ownerId/?" } },
                ExcludedPaths = { new ExcludedPath { Path = "/*" } },
            },
        });
    }
}
