using System.Net;
using Microsoft.Azure.Cosmos;
using ReverseMentoring.Functions.Adapters.Cosmos;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>What the store does when Cosmos DB refuses, lags or is set up wrong.</summary>
public sealed class CosmosTroubleTests : IAsyncLifetime
{
    private static readonly Note One = new("judicial-2023", "one", "first");

    private CosmosStage _stage = null!;

    public async Task InitializeAsync() => _stage = await CosmosStage.OpenAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_throttled_call_waits_as_long_as_Cosmos_asks_and_then_succeeds()
    {
        var asked = new List<TimeSpan>();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        _stage.Scripted.Script = request =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return Through;
            }

            asked.Add(clock.Elapsed);
            return asked.Count <= 2 ? Answer(429, ("x-ms-retry-after-ms", "150")) : Through;
        };
        Assert.True(await _stage.Store.TryCreateAsync(One, default));
        Assert.Equal(3, asked.Count);
        Assert.All(
            asked.Zip(asked.Skip(1)),
            pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(140), "It asked again too soon."));
    }

    [Fact]
    public async Task One_throttled_again_and_again_is_given_up_after_nine_retries_with_an_error()
    {
        _stage.Scripted.Script = request => request.Method == HttpMethod.Post ? Answer(429, ("x-ms-retry-after-ms", "1")) : Through;
        var failure = await Assert.ThrowsAsync<CosmosException>(() => _stage.Store.TryCreateAsync(One, default));
        Assert.Equal(HttpStatusCode.TooManyRequests, failure.StatusCode);
        Assert.Equal(10, _stage.OfDocuments.Count);
    }

    [Fact]
    public async Task A_replica_that_lags_behind_is_an_error_and_not_an_absent_document()
    {
        await _stage.Store.TryCreateAsync(One, default);
        _stage.Scripted.Script = request => IsDocument(request) ? Answer(404, ("x-ms-substatus", "1002")) : Through;
        await Assert.ThrowsAsync<CosmosException>(() => _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default));
    }

    [Fact]
    public async Task A_missing_container_is_an_error_and_not_an_empty_store()
    {
        var store = _stage.WithoutContainer();
        // The test's server says of a deletion only that the document is not there.
        _stage.Scripted.Script = request => request.Method == HttpMethod.Delete ? Answer(404, ("x-ms-substatus", "1003")) : Through;
        await Assert.ThrowsAsync<CosmosException>(() => store.FindAsync<Note>(One.CohortId, One.Id, default));
        await Assert.ThrowsAsync<CosmosException>(() => store.ListAsync<Note>(One.CohortId, "note", default));
        await Assert.ThrowsAsync<CosmosException>(() => store.DeleteAsync(One.CohortId, One.Id, default));
        Assert.DoesNotContain(_stage.All, r => r.Method == HttpMethod.Post && !r.Path.Contains("/docs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_of_the_server_is_an_error()
    {
        await _stage.Store.TryCreateAsync(One, default);
        _stage.Scripted.Script = request => IsDocument(request) ? Answer(500) : Through;
        await Assert.ThrowsAsync<CosmosException>(() => _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default));
    }

    [Fact]
    public async Task An_expired_document_that_Cosmos_removes_just_while_its_id_is_taken_again_is_no_obstacle()
    {
        await _stage.Store.TryCreateAsync(One with { ExpiresAt = _stage.Clock.GetUtcNow().AddDays(1) }, default);
        _stage.Clock.Advance(TimeSpan.FromDays(1));
        _stage.Scripted.Script = async request =>
        {
            if (request.Method == HttpMethod.Put)
            {
                _stage.Scripted.Script = _ => Through;
                await _stage.RemoveAsync(One);
            }

            return null;
        };
        Assert.True(await _stage.Store.TryCreateAsync(One with { Text = "second" }, default));
        Assert.Equal("second", (await _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default))!.Value.Text);
    }

    [Fact]
    public async Task Of_those_who_take_the_place_of_an_expired_document_at_once_exactly_one_wins()
    {
        await _stage.Store.TryCreateAsync(One with { ExpiresAt = _stage.Clock.GetUtcNow().AddDays(1) }, default);
        _stage.Clock.Advance(TimeSpan.FromDays(1));
        var won = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(i => Task.Run(() => _stage.Store.TryCreateAsync(One with { Text = $"{i}" }, default))));
        Assert.Single(won, w => w);
        Assert.Equal($"{Array.IndexOf(won, true)}", (await _stage.Store.FindAsync<Note>(One.CohortId, One.Id, default))!.Value.Text);
    }

    [Fact]
    public void The_options_keep_to_what_the_decision_record_says()
    {
        var options = CosmosClients.Options();
        Assert.Equal(ConnectionMode.Gateway, options.ConnectionMode);
        Assert.Equal(ConsistencyLevel.Session, options.ConsistencyLevel);
        Assert.False(options.AllowBulkExecution);
        Assert.False(options.LimitToEndpoint);
        Assert.Null(options.ServerCertificateCustomValidationCallback);
    }

    private static Task<HttpResponseMessage?> Through { get; } = Task.FromResult<HttpResponseMessage?>(null);

    private static Task<HttpResponseMessage?> Answer(int status, params (string Name, string Value)[] headers) =>
        Task.FromResult<HttpResponseMessage?>(Scripted.Answer(status, headers));

    private static bool IsDocument(HttpRequestMessage request) => request.RequestUri!.Segments is [.., "docs/", _];
}
