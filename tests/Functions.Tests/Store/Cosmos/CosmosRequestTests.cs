using System.Text.Json;
using ReverseMentoring.Functions.Operations;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>What the store asks of Cosmos DB, call by call: each of these costs money there.</summary>
public sealed class CosmosRequestTests : IAsyncLifetime
{
    private static readonly Note One = new("judicial-2023", "one", "first");

    private CosmosStage _stage = null!;

    public async Task InitializeAsync() => _stage = await CosmosStage.OpenAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task What_has_an_id_is_read_by_one_GET_in_its_partition()
    {
        await _stage.Store.TryCreateAsync(One, default);
        await _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default);
        var read = _stage.OfDocuments[^1];
        Assert.Equal(HttpMethod.Get, read.Method);
        Assert.EndsWith("/docs/one", read.Path, StringComparison.Ordinal);
        Assert.Equal("""["judicial-2023"]""", read.Partition);
        Assert.Equal(2, _stage.OfDocuments.Count);
    }

    [Fact]
    public async Task Writing_is_one_request_that_asks_for_no_echo()
    {
        await _stage.Store.TryCreateAsync(One, default);
        var read = (await _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default))!;
        await _stage.Store.TryReplaceAsync(One with { Text = "second" }, read.ETag, default);
        await _stage.Store.DeleteAsync(One.CohortId, One.Id, default);
        Assert.Equal([HttpMethod.Post, HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete], _stage.OfDocuments.Select(r => r.Method));
        Assert.All(_stage.OfDocuments.Where(r => r.Body.Length > 0), r => Assert.Equal("return=minimal", r.Headers["Prefer"]));
        Assert.Equal(read.ETag, _stage.OfDocuments[2].Headers["If-Match"]);
    }

    [Fact]
    public async Task Only_the_list_of_cohorts_looks_across_partitions()
    {
        await _stage.Store.TryCreateAsync(One, default);
        var read = (await _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default))!;
        await _stage.Store.TryReplaceAsync(One, read.ETag, default);
        await _stage.Store.ListAsync<Note>(One.CohortId, "note", default);
        await _stage.Store.DeleteAsync(One.CohortId, One.Id, default);
        Assert.All(_stage.OfDocuments, r => Assert.Equal("""["judicial-2023"]""", r.Partition));

        await _stage.Store.ListCohortsAsync(default);
        var across = Assert.Single(_stage.OfDocuments, r => r.Partition is null);
        Assert.Equal("True", across.Headers["x-ms-documentdb-query-enablecrosspartition"]);
    }

    [Fact]
    public async Task A_list_is_one_request()
    {
        for (var i = 0; i < 250; i++)
        {
            await _stage.Store.TryCreateAsync(One with { Id = $"note-{i}" }, default);
        }

        var before = _stage.OfDocuments.Count;
        Assert.Equal(250, (await _stage.Store.ListAsync<Note>(One.CohortId, "note", default)).Count);
        Assert.Equal(before + 1, _stage.OfDocuments.Count);
    }

    [Fact]
    public async Task A_document_that_expires_tells_Cosmos_in_how_many_seconds_rounded_up_and_one_that_stays_does_not()
    {
        await _stage.Store.TryCreateAsync(One with { ExpiresAt = _stage.Clock.GetUtcNow().AddDays(14).AddMilliseconds(1) }, default);
        await _stage.Store.TryCreateAsync(One with { Id = "two" }, default);
        Assert.Equal((14 * 24 * 60 * 60) + 1, Body(0).GetProperty("ttl").GetInt32());
        Assert.False(Body(1).TryGetProperty("ttl", out _));
    }

    [Fact]
    public async Task A_replacement_counts_its_seconds_from_its_own_write()
    {
        await _stage.Store.TryCreateAsync(One with { ExpiresAt = _stage.Clock.GetUtcNow().AddDays(14) }, default);
        var read = (await _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default))!;
        _stage.Clock.Advance(TimeSpan.FromDays(13));
        Assert.True(await _stage.Store.TryReplaceAsync(read.Value, read.ETag, default));
        Assert.Equal(24 * 60 * 60, Body(2).GetProperty("ttl").GetInt32());
    }

    [Fact]
    public async Task The_nightly_tidying_leaves_it_to_Cosmos()
    {
        await new TidyStore(_stage.Store).RunAsync(null!, default);
        Assert.Empty(_stage.All);
    }

    private JsonElement Body(int request) => JsonDocument.Parse(_stage.OfDocuments[request].Body).RootElement;
}
