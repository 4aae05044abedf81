using System.Net;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Every answer has the headers that keep it from being kept, sniffed or framed, refusals and failures too (S9).</summary>
public sealed class AnswerHeadersTests
{
    [Theory]
    [InlineData("api/health", HttpStatusCode.OK)]
    [InlineData("api/openapi.json", HttpStatusCode.OK)]
    [InlineData("r/unknown", HttpStatusCode.NotFound)]
    [InlineData("r/a/b", HttpStatusCode.NotFound)]
    [InlineData("api/cohorts", HttpStatusCode.Unauthorized)]
    [InlineData("api/nothing", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task To_anybody(string path, HttpStatusCode status)
    {
        await using var service = await TestService.StartAsync();
        Check(status, await service.Browser.AskAsync(path));
    }

    [Fact]
    public async Task To_whoever_has_a_key_and_asks_for_what_is_not_there_or_can_not_be()
    {
        await using var service = await TestService.StartAsync();
        Check(HttpStatusCode.OK, await service.Api.AskAsync("api/cohorts"));
        Check(HttpStatusCode.NotFound, await service.Api.AskAsync("api/cohorts/nobody/status"));
        Check(HttpStatusCode.UnprocessableEntity, await service.Api.TellAsync("api/cohorts", new { }));
    }

    [Fact]
    public async Task When_the_store_fails()
    {
        InterruptedStore? store = null;
        await using var service = await TestService.StartAsync(services => InterruptedStore.Around(services, made => store = made));
        await JudicialCohort.DraftAsync(service);
        store!.BeforeListing = _ => throw new IOException("The disk is gone.");
        Check(HttpStatusCode.ServiceUnavailable, await service.Api.AskAsync(JudicialCohort.StatusPath));
    }

    private static void Check(HttpStatusCode status, Reply reply)
    {
        Assert.Equal(status, reply.Status);
        Assert.Equal("nosniff", reply.Headers["X-Content-Type-Options"]);
        Assert.Contains(reply.Headers["Cache-Control"], new[] { "no-store", "public, max-age=3600" });
        Assert.Contains("frame-ancestors 'none'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", reply.Headers["Referrer-Policy"]);
        Assert.DoesNotContain("Strict-Transport-Security", reply.Headers.Keys);
    }
}
