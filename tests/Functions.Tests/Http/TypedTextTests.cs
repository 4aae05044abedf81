using System.Net;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>Whatever is sent to a link that no longer works comes back with the refusal.</summary>
public sealed class TypedTextTests
{
    [Fact]
    public async Task A_form_posted_after_its_person_was_erased_is_given_back_whole()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        await service.RunToAsync("2023-02-28T16:00:30Z");
        var posted = Forms.Portrait(person.Name);
        var reply = await service.Browser.SubmitAsync(link, posted);
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        var page = Templates.Parse(reply.Text);
        var shown = page.QuerySelectorAll("dd").Select(d => d.TextContent).ToList();
        Assert.All(posted.Values, value => Assert.Contains(value, shown));
        Assert.DoesNotContain("Nothing is lost", reply.Text, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[role=alert]"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("nobody@example.org", HttpStatusCode.OK)]
    public async Task It_travels_along_while_a_fresh_link_is_asked_for(string address, HttpStatusCode status)
    {
        await using var service = await TestService.StartAsync();
        var first = Templates.Parse((await service.Browser.SubmitAsync("r/unknown", Forms.Reflection("LONG TEXT", "only-me"))).Text);
        var next = first.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        Assert.Equal("LONG TEXT", next["text"]);
        next["address"] = address;
        var reply = await service.Browser.SubmitAsync("r/unknown", next);
        Assert.Equal(status, reply.Status);
        Assert.Contains("LONG TEXT", Templates.Parse(reply.Text).QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_only_opened_speaks_of_nothing_typed()
    {
        await using var service = await TestService.StartAsync();
        Assert.Empty(Templates.Parse((await service.Browser.AskAsync("r/unknown")).Text).QuerySelectorAll("dl, input[type=hidden]"));
    }
}
