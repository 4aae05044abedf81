using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>What pages do for the people who use them, as GOV.UK's own do (P2).</summary>
public sealed class KindPagesTests
{
    [Fact]
    public async Task The_pen_portrait_begins_with_the_name_the_email_greets_by_and_shows_no_address()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var page = await service.Browser.AskAsync(
            await cohort.LinkAsync(await cohort.PersonAsync("uma.jessop@example.org"), "invitation"));
        var name = new HtmlParser().ParseDocument(page.Text).QuerySelector("input[name=name]")!;
        Assert.Equal("Uma Jessop", name.GetAttribute("value"));
        Assert.DoesNotContain("uma.jessop", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task After_an_error_the_title_says_so_and_the_summary_has_the_focus_without_a_script()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var faulty = await service.Browser.SubmitAsync(link, new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "" });
        var page = new HtmlParser().ParseDocument(faulty.Text);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var focused = Assert.Single(page.QuerySelectorAll("[autofocus]"));
        Assert.Equal(("errors", "-1"), (focused.ClassName, focused.GetAttribute("tabindex")));
        Assert.Equal("", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Empty(new HtmlParser().ParseDocument((await service.Browser.AskAsync(link)).Text).QuerySelectorAll("[autofocus]"));
    }

    [Fact]
    public async Task The_page_of_files_leads_back_to_the_page_of_the_link()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var back = new HtmlParser().ParseDocument((await service.Browser.AskAsync($"{link}?files")).Text).QuerySelector("main a")!;
        var own = new Uri(new Uri($"https://mentoring.example.org{link}?files"), back.GetAttribute("href"));
        Assert.Equal((await service.Browser.AskAsync(link)).Text, (await service.Browser.AskAsync(own.PathAndQuery)).Text);
    }

    [Theory]
    [InlineData("help@example.org", "The people who run this service, help@example.org")]
    [InlineData("The mentoring desk, 020 7946 0000", "The mentoring desk, 020 7946 0000")]
    [InlineData("", null)]
    public async Task A_link_that_cannot_be_opened_says_whom_to_ask_where_the_service_names_somebody(string contact, string? shown)
    {
        var web = new WebOptions
        {
            BaseAddress = new Uri("https://mentoring.example.org/"),
            ContentFolder = AppContext.BaseDirectory,
            Contact = contact,
        };
        await using var service = await TestService.StartAsync(services => services.AddSingleton(web));
        foreach (var path in new[] { "r/judicial-2023.unknown", "r/nothing/here" })
        {
            var page = new HtmlParser().ParseDocument((await service.Browser.AskAsync(path)).Text);
            Assert.Equal(shown, page.QuerySelector("footer p")?.TextContent);
            Assert.Equal(contact.Contains('@') ? $"mailto:{contact}" : null, page.QuerySelector("footer a")?.GetAttribute("href"));
        }
    }
}
