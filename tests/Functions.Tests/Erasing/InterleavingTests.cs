using Microsoft.Azure.Cosmos;
using ReverseMentoring.Functions.Adapters.Cosmos;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Functions.Tests.Store;
using ReverseMentoring.Functions.Tests.Store.Cosmos;

namespace ReverseMentoring.Functions.Tests.Erasing;

/// <summary>
/// Somebody answers, an email gives them a link, and they are erased, all at once: whatever the order of the calls, and wherever the
/// erasing
/// process dies and starts again, nothing of them is left, and the proof counts what went (S2).
/// </summary>
public sealed class InterleavingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("erasing-").FullName;

    [Fact]
    public async Task A_hundred_thousand_orders_in_memory_leave_nothing_and_count_everything()
    {
        for (var seed = 0; seed < 100_000; seed++)
        {
            Assert.Null((await InterleavingPlay.RunAsync(new MemoryCohortStore(TimeProvider.System), "c", seed)).Wrong);
        }
    }

    [Fact]
    public async Task A_thousand_orders_on_SQLite_leave_nothing_and_count_everything()
    {
        using var store = new SqliteCohortStore(Path.Combine(_folder, "cohorts.db"), durable: false, TimeProvider.System);
        for (var seed = 0; seed < 1000; seed++)
        {
            Assert.Null((await InterleavingPlay.RunAsync(store, $"c-{seed}", seed)).Wrong);
        }
    }

    /// <remarks>
    /// Here a write and the look whether the erasure has begun are two requests: what was written a moment too late may be counted
    /// before its
    /// writer takes it back.
    /// </remarks>
    [Fact]
    public async Task A_thousand_orders_on_the_Cosmos_server_leave_nothing()
    {
        using var requests = new RequestTurnstile(new ServerRepairs(CosmosTestClient.Loopback()));
        using var client = CosmosTestClient.Open(await CosmosServer.AddressAsync(), requests);
        Container container = await CosmosTestClient.CreateContainerAsync(client);
        var store = new CosmosCohortStore(container, TimeProvider.System);
        for (var seed = 0; seed < 1000; seed++)
        {
            Assert.Null((await InterleavingPlay.RunAsync(store, $"c-{seed}", seed, requests)).Wrong);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
