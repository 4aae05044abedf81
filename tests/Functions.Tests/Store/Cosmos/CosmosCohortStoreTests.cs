using Microsoft.Azure.Cosmos;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Adapters.Cosmos;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

public sealed class CosmosCohortStoreTests : CohortStoreContract, IAsyncLifetime
{
    private readonly Recorded _recorded = new(new ServerRepairs(CosmosTestClient.Loopback()));
    private CosmosClient _client = null!;
    private Container _container = null!;
    private CosmosCohortStore _store = null!;

    protected override ICohortStore Store => _store;

    public async Task InitializeAsync()
    {
        _client = CosmosTestClient.Open(await CosmosServer.AddressAsync(), _recorded);
        _container = await CosmosTestClient.CreateContainerAsync(_client);
        _store = new CosmosCohortStore(_container, Clock);
    }

    public Task DisposeAsync()
    {
        _client.Dispose();
        _recorded.Dispose();
        return Task.CompletedTask;
    }

    protected override async Task ReopenAsync()
    {
        _client.Dispose();
        _client = CosmosTestClient.Open(await CosmosServer.AddressAsync(), _recorded);
        _container = _client.GetContainer(_container.Database.Id, _container.Id);
        _store = new CosmosCohortStore(_container, Clock);
    }
}
