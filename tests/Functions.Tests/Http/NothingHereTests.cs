using System.Net;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Whatever is asked, people get a page and programs a problem that say what to do (A1, P3).</summary>
public sealed class NothingHereTests
{
    [Theory]
    [InlineData("GET", "api/nothing", HttpStatusCode.NotFound, null)]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound, null)]
    [InlineData("DELETE", "api/cohorts", HttpStatusCode.MethodNotAllowed, "GET, POST")]
    [InlineData("PUT", "api/cohorts/x/start", HttpStatusCode.MethodNotAllowed, "POST")]
    [InlineData("POST", "api/health", HttpStatusCode.MethodNotAllowed, "GET")]
    [InlineData("POST", "robots.txt", HttpStatusCode.MethodNotAllowed, "GET")]
    [InlineData("GET", "api/cohorts", HttpStatusCode.Unauthorized, null)]
    public async Task A_program_gets_a_problem_that_says_what_to_do(string method, string path, HttpStatusCode status, string? allow)
    {
        await using var service = await TestService.StartAsync();
        var reply = await service.Browser.SendToAsync(new HttpMethod(method), path, null);
        Assert.Equal((status, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Equal(allow, reply.Headers.GetValueOrDefault("Allow"));
        Assert.Equal((int)status, reply.Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(reply.Json.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_missing_key_is_asked_for_and_the_coordinators_does_not_open_what_is_the_administrators()
    {
        await using var service = await TestService.StartAsync();
        Assert.StartsWith(
            "FunctionsKey", (await service.Browser.AskAsync("api/cohorts")).Headers["WWW-Authenticate"], StringComparison.Ordinal);
        var reply = await service.Api.AskAsync("api/operations/orchestrations");
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (reply.Status, reply.ContentType));
    }

    [Theory]
    [InlineData("r/a/b")]
    [InlineData("r/")]
    [InlineData("r/x/files/")]
    public async Task A_person_whose_link_was_cut_or_added_to_gets_a_page_with_what_they_typed(string path)
    {
        await using var service = await TestService.StartAsync();
        var shown = await service.Browser.AskAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (shown.Status, shown.ContentType));
        var posted = await service.Browser.SubmitAsync(path, Forms.Reflection("LONG TEXT", "only-me"));
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (posted.Status, posted.ContentType));
        Assert.Contains("LONG TEXT", Templates.Parse(posted.Text).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_on_its_way_to_no_page_gets_a_page()
    {
        await using var service = await TestService.StartAsync();
        service.Browser.DefaultRequestHeaders.Add("Accept", "text/html,*/*");
        var page = await service.Browser.AskAsync("cohorts");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("form-action 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    [InlineData("application/x-www-form-urlencoded", "a=%00&%FF=\xFF")]
    public async Task What_is_no_form_of_ours_is_answered_with_a_page(string type, string body)
    {
        await using var service = await TestService.StartAsync();
        using var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var reply = await service.Browser.SendToAsync(HttpMethod.Post, "r/unknown", content);
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (reply.Status, reply.ContentType));
    }
}
