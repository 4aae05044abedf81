using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Adapters.Cosmos;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Tests.Settings;

public sealed class StoreOptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("options-").FullName;

    [Fact]
    public void Without_settings_cohorts_are_kept_in_SQLite()
    {
        using var services = Compose();
        Assert.IsType<SqliteCohortStore>(services.GetRequiredService<ICohortStore>());
    }

    [Fact]
    public void With_an_address_they_are_kept_in_Cosmos_under_the_names_that_the_infrastructure_uses()
    {
        var options = ServiceOptions.From(
            Settings(("Store:Mode", "cosmos"), ("Store:Endpoint", "https://example.documents.azure.com:443/")));
        Assert.Equal(
            (StoreMode.Cosmos, "reverse-mentoring", "cohorts"), (options.Store.Mode, options.Store.Database, options.Store.Container));
        using var services = Compose(("Store:Mode", "Cosmos"), ("Store:Endpoint", "https://example.documents.azure.com:443/"));
        Assert.IsType<CosmosCohortStore>(services.GetRequiredService<ICohortStore>());
        Assert.Equal("https://example.documents.azure.com/", services.GetRequiredService<CosmosClient>().Endpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("Store:Mode", "Postgres")]
    [InlineData("Store:Mode", "1")]
    [InlineData("Store:Endpoint", "")]
    [InlineData("Store:Endpoint", "http://example.documents.azure.com/")]
    [InlineData("Store:Endpoint", "AccountEndpoint=https://example.documents.azure.com/;AccountKey=secret")]
    [InlineData("Store:Database", "reverse/mentoring")]
    [InlineData("Store:Container", "cohorts#1")]
    public void Each_wrong_setting_is_named_and_its_value_is_not_repeated(string name, string value)
    {
        var settings = Settings(("Store:Mode", "Cosmos"), ("Store:Endpoint", "https://example.documents.azure.com/"), (name, value));
        var failure = Assert.Throws<InvalidOperationException>(() => ServiceOptions.From(settings));
        Assert.Single(failure.Message.Split(Environment.NewLine).Skip(1));
        Assert.Contains($"- {name} must", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        var failure = Assert.Throws<InvalidOperationException>(
            () => ServiceOptions.From(Settings(("Store:Mode", "Cosmos"), ("Store:Database", "a?b"), ("Mail:Port", "x"))));
        Assert.All(
            ["Store:Endpoint", "Store:Database", "Mail:Port"],
            name => Assert.Contains($"- {name} must", failure.Message, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ServiceProvider Compose(params (string Name, string Value)[] settings) =>
        new ServiceCollection().AddReverseMentoring(Settings(settings)).BuildServiceProvider();

    private IConfiguration Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Data:Folder", _folder)])
            .AddInMemoryCollection(settings.GroupBy(s => s.Name, s => s.Value, StringComparer.Ordinal)
            .ToDictionary(s => s.Key, s => (string?)s.Last(), StringComparer.Ordinal))
            .Build();
}
