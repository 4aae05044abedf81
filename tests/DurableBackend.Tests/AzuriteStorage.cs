using System.Net;
using System.Net.Sockets;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>Azurite's blobs, queues and tables in memory, for all tests of a run.</summary>
public sealed class AzuriteStorage : IAsyncLifetime
{
    // Azurite's well-known account and key, which open nothing else.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly int _queues = FreePort();
    private readonly int _tables = FreePort();
    private NodeServer? _server;

    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{_server!.Port}/{Account};" +
        $"QueueEndpoint=http://127.0.0.1:{_queues}/{Account};" +
        $"TableEndpoint=http://127.0.0.1:{_tables}/{Account};";

    // The packages speak a newer version of the service than Azurite knows by name; it serves it all the same.
    public async Task InitializeAsync() => _server = await NodeServer.StartAsync(
        "azurite",
        Path.Combine("dist", "src", "azurite.js"),
        blobs =>
        [
            "--silent", "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobHost", "127.0.0.1", "--blobPort", $"{blobs}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{_queues}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{_tables}",
        ]);

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Name)]
public sealed class UsesAzuriteStorage : ICollectionFixture<AzuriteStorage>
{
    public const string Name = "Azurite storage";
}
