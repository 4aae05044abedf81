using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Adapters.Cosmos;
using ReverseMentoring.Functions.Tests.Rehearsals;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>The whole service on Cosmos's store, through its SDK and over HTTPS.</summary>
public sealed class WholeCohortTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cosmos-").FullName;

    [Fact]
    public async Task A_judicial_cohort_on_Cosmos_goes_line_by_line_as_on_SQLite()
    {
        using var handler = new ServerRepairs(CosmosTestClient.Loopback());
        using var client = CosmosTestClient.Open(await CosmosServer.AddressAsync(), handler);
        var container = await CosmosTestClient.CreateContainerAsync(client);

        var onSqlite = await Trace.PlayAsync(Samples.Judicial, 7, Path.Combine(_folder, "sqlite"));
        var onCosmos = await Trace.PlayAsync(Samples.Judicial, 7, Path.Combine(_folder, "cosmos"), services =>
            services.AddSingleton<ICohortStore>(s => new CosmosCohortStore(container, s.GetRequiredService<TimeProvider>())));

        Assert.Empty(onCosmos.Played.Failures);
        Assert.Equal(onSqlite.Text, onCosmos.Text);
        Assert.False(
            File.Exists(Path.Combine(_folder, "cosmos", "data", "cohorts.db")),
            "There is a SQLite store, so something did not go to Cosmos.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
