using System.Net;
using ReverseMentoring.Functions.Tests.Service;
using static ReverseMentoring.Functions.Tests.Rendering.Templates;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

/// <summary>What the functions give to whoever asks for the bare address, on Azure as on one machine.</summary>
public sealed class BareAddressTests
{
    [Fact]
    public async Task It_is_a_page_that_tells_nobody_what_runs_here()
    {
        await using var service = await TestService.StartAsync();
        var empty = await service.Browser.AskAsync("");
        await JudicialCohort.EnrollingAsync(service);
        var busy = await service.Browser.AskAsync("");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (empty.Status, empty.ContentType));
        Assert.Equal(empty.Text, busy.Text);
        Assert.Contains("no account", empty.Text, StringComparison.Ordinal);
        Assert.Empty(Parse(empty.Text).QuerySelectorAll("form, script, style, [style], [src], iframe"));
        Assert.DoesNotContain("machine", empty.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("noindex", empty.Headers["X-Robots-Tag"]);
    }

    [Fact]
    public async Task Only_the_bare_address_is_that_page_and_only_for_reading()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await service.Browser.HeadAsync("")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.TellAsync("", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync("nothing-here")).Status);
    }

    [Theory]
    [InlineData("favicon.ico", "image/svg+xml", "<circle")]
    [InlineData("robots.txt", "text/plain", "Disallow: /")]
    [InlineData("assets/count.js", "text/javascript", "addEventListener")]
    [InlineData("assets/look.css", "text/css", "--accent")]
    public async Task What_browsers_and_crawlers_ask_for_beside_it_is_there(string path, string type, string part)
    {
        await using var service = await TestService.StartAsync();
        var reply = await service.Browser.AskAsync(path);
        Assert.Equal((HttpStatusCode.OK, type), (reply.Status, reply.ContentType));
        Assert.Contains(part, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emails")]
    [InlineData("emails/x")]
    [InlineData("try-now")]
    public async Task Without_the_local_hosts_own_pages_there_are_no_emails_to_read_and_nothing_to_try(string path)
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.TellAsync(path, null)).Status);
    }
}
