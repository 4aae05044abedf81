using Microsoft.Azure.Cosmos;
using ReverseMentoring.Functions.Adapters.Cosmos;
using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>A store on a container of its own, every request written down, and some answered by a test's script.</summary>
internal sealed class CosmosStage : IAsyncDisposable
{
    private readonly Recorded _recorded;
    private readonly CosmosClient _client;
    private readonly Container _container;

    private CosmosStage(Recorded recorded, Scripted scripted, CosmosClient client, Container container)
    {
        (_recorded, Scripted, _client, _container) = (recorded, scripted, client, container);
        Store = new CosmosCohortStore(container, Clock);
        _recorded.Requests.Clear();
    }

    public VirtualClock Clock { get; } = new(new DateTimeOffset(2023, 2, 27, 16, 0, 0, TimeSpan.Zero));

    public CosmosCohortStore Store { get; }

    public Scripted Scripted { get; }

    /// <summary>What the store has sent, in order, of and about documents.</summary>
    public IReadOnlyList<Sent> OfDocuments => [.. All.Where(r => r.Path.Contains("/docs", StringComparison.Ordinal))];

    public IReadOnlyList<Sent> All => [.. _recorded.Requests];

    public static async Task<CosmosStage> OpenAsync()
    {
        var scripted = new Scripted(new ServerRepairs(CosmosTestClient.Loopback()));
        var recorded = new Recorded(scripted);
        var client = CosmosTestClient.Open(await CosmosServer.AddressAsync(), recorded);
        return new CosmosStage(recorded, scripted, client, await CosmosTestClient.CreateContainerAsync(client));
    }

    /// <summary>A store on a container that nobody has made.</summary>
    public CosmosCohortStore WithoutContainer() => new(_client.GetContainer(_container.Database.Id, "no-such-container"), Clock);

    /// <summary>Removes a document behind the store's back, as its time to live does.</summary>
    public Task RemoveAsync(Note note) => _container.DeleteItemAsync<object>(note.Id, new PartitionKey(note.CohortId));

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _recorded.Dispose();
        return ValueTask.CompletedTask;
    }
}
