using System.Net;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.LocalHost.Here;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

/// <summary>Who is taken for somebody at this machine.</summary>
public sealed class NearByTests
{
    [Theory]
    [InlineData("Host", "mentoring.example.org")]
    [InlineData("Host", "localhost.example.org")]
    [InlineData("Host", "127.0.0.1.example.org")]
    [InlineData("Host", "notlocalhost:7071")]
    [InlineData("Host", "192.0.2.7:7071")]
    [InlineData("Host", "0.0.0.0:7071")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("x-forwarded-anything", "")]
    [InlineData("X-Original-Host", "localhost")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task A_name_from_elsewhere_or_a_proxy_gets_the_public_page_no_email_and_no_cohort(string header, string value)
    {
        await using var service = await Newcomer.StartAsync();
        await service.TryAsync();
        var before = service.Documents;
        var email = Path.GetFileNameWithoutExtension(service.Files()[0]);

        Assert.DoesNotContain("try-now", (await AskAsync("")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("emails")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync($"emails/{email}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync($"emails/{email}/html")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("try-now", HttpMethod.Post)).Status);
        Assert.Equal(before, service.Documents);

        async Task<Reply> AskAsync(string path, HttpMethod? method = null)
        {
            using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
            Assert.True(request.Headers.TryAddWithoutValidation(header, value));
            using var response = await service.Browser.SendAsync(request);
            return await Reply.OfAsync(response);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:7071", true)]
    [InlineData("127.0.0.9", "127.0.0.1", true)]
    [InlineData("::1", "[::1]:7071", true)]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST", true)]
    [InlineData("192.0.2.7", "localhost:7071", false)]
    [InlineData("::ffff:192.0.2.7", "localhost", false)]
    [InlineData("2001:db8::1", "localhost", false)]
    [InlineData("127.0.0.1", "[2001:db8::1]", false)]
    [InlineData("127.0.0.1", "", false)]
    [InlineData(null, "localhost", false)]
    public void Both_the_connection_and_the_name_asked_for_have_to_be_of_this_machine(string? from, string host, bool isNear)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);
        http.Request.Host = new HostString(host);
        Assert.Equal(isNear, NearBy.Asks(http));
    }
}
