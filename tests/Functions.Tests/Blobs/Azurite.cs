using Azure.Storage;
using Azure.Storage.Blobs;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Blobs;

/// <summary>The real Azurite, in memory, asking for a signature like the service does. One for all tests that use blobs.</summary>
public sealed class Azurite : IAsyncLifetime
{
    public const string Account = "devstoreaccount1";

    /// <summary>Azurite's well-known key, which opens nothing else.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private NodeServer? _server;

    public Uri Service => new($"http://127.0.0.1:{_server!.Port}/{Account}/");

    public async Task InitializeAsync() => _server = await NodeServer.StartAsync(
        "azurite",
        Path.Combine("dist", "src", "blob", "main.js"),
        port => ["--silent", "--inMemoryPersistence", "--disableTelemetry", "--blobHost", "127.0.0.1", "--blobPort", $"{port}"]);

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>A client of a container of the test's own, which is not there yet.</summary>
    public BlobContainerClient NewContainer(string key = Key) =>
        new(
            new Uri(Service, $"test-{Guid.NewGuid():n}"),
            new StorageSharedKeyCredential(Account, key),
            // Azurite 3.35, the last that runs on Node.js 20, knows no later version of the REST API; the app takes the package's own.
            new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05));
}

[CollectionDefinition(Name)]
public sealed class UsesAzurite : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
