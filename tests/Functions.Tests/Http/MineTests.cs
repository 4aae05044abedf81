using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>"Your mentoring": the page behind every link that shows one's partner, one's dates and what there is to do.</summary>
public sealed class MineTests
{
    private const string Mine = "?mine=yes";

    [Fact]
    public async Task Every_page_behind_a_link_leads_to_it_and_it_asks_for_the_address_first()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var partner = await PartnerAsync(cohort, person);
        foreach (var template in new[] { "session-check", "reflection-opening" })
        {
            var link = await cohort.LinkAsync(person, template);
            Assert.Contains($"href=\"{Mine}\"", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
            var asked = await service.Browser.AskAsync(link + Mine);
            Assert.Contains("Your email address", asked.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(partner.Name, asked.Text, StringComparison.Ordinal);
            var wrong = await service.Browser.SubmitAsync(link + Mine, Forms.Address("somebody.else@example.org"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.DoesNotContain(partner.Name, wrong.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_shows_the_partner_the_next_session_what_to_do_the_gatherings_and_what_was_undertaken()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = (await cohort.PeopleAsync()).First(p => p.IsMentor);
        var partner = await PartnerAsync(cohort, person);
        var link = await cohort.LinkAsync(person, "reflection-opening");
        var page = await MineAsync(service, link, person);

        Assert.Equal("Next: session 2 of 6", page.QuerySelector("#next")!.TextContent);
        Assert.Contains("Meet by Tuesday 30 May 2023", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var asked = page.QuerySelectorAll("#do ~ ul li")[0];
        Assert.Contains("We wait for your reflection (1), until", asked.TextContent, StringComparison.Ordinal);
        Assert.Equal("?", asked.QuerySelector("a")!.GetAttribute("href"));
        var card = page.QuerySelector("#partner + .card")!;
        Assert.Contains(partner.Name, card.TextContent, StringComparison.Ordinal);
        Assert.Contains(partner.Portrait!.RoleAndExperience, card.TextContent, StringComparison.Ordinal);
        Assert.Contains(partner.Portrait.Contact, card.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            partner.Portrait.MatchingConsiderations is { Length: > 0 } forMatching ? forMatching : "nothing typed",
            page.Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(6, card.QuerySelectorAll(".history li").Length);
        Assert.NotEmpty(page.QuerySelectorAll("#together + dl div"));
        Assert.NotEmpty(page.QuerySelectorAll("#agreed + ul li"));
    }

    [Fact]
    public async Task What_waits_behind_another_link_can_be_had_once_more_by_email()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "introduction");
        var page = await MineAsync(service, link, person);
        Assert.Null(page.QuerySelector("#do ~ ul li a"));
        Assert.Equal("Send me the link again", page.QuerySelector("form button")!.TextContent);
        var sent = await service.Browser.SubmitAsync(
            link + Mine, new Dictionary<string, string> { ["address"] = person.Email, ["again"] = "yes" });
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        await service.SettleAsync();
        Assert.Contains("your reflection", (await cohort.EmailAsync(person.Id, "fresh-link")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_there_is_a_match_it_says_so_and_leads_to_the_pen_portrait()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var page = await MineAsync(service, await cohort.LinkAsync(person, "invitation"), person);
        Assert.Contains("Nobody yet.", page.QuerySelector("#partner + .empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("your pen portrait", Assert.Single(page.QuerySelectorAll("#do ~ ul li a")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_to_another_address_somebody_sees_their_partners_name_and_nothing_that_was_shared_before()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var partner = await PartnerAsync(cohort, person);
        var moved = await service.Api.SendToAsync(
            HttpMethod.Put,
            $"api/cohorts/{JudicialCohort.Id}/people/{person.Id}/address",
            JsonContent.Create(new { email = "somebody.else@example.org", reason = "A new employer." }));
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        await service.RunToAsync("2023-05-03T08:30Z");
        var after = await cohort.PersonAsync("somebody.else@example.org");
        var page = await MineAsync(service, await cohort.LinkAsync(after, "reflection-opening"), after);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains(partner.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(partner.Portrait!.RoleAndExperience, text, StringComparison.Ordinal);
        Assert.DoesNotContain(partner.Portrait.Contact, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_left_finds_neither_the_way_there_nor_the_page()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var partner = await PartnerAsync(cohort, person);
        var link = await cohort.WithdrawLinkAsync(person, "reflection-opening");
        Assert.Contains(Mine, (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        await service.Browser.SubmitAsync(link, Forms.Withdrawal(person.Email));
        await service.SettleAsync();
        Assert.DoesNotContain(Mine, (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            partner.Name, (await service.Browser.SubmitAsync(link + Mine, Forms.Address(person.Email))).Text, StringComparison.Ordinal);
    }

    private static async Task<IDocument> MineAsync(TestService service, string link, Person person)
    {
        var reply = await service.Browser.SubmitAsync(link + Mine, Forms.Address(person.Email));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return Templates.Parse(reply.Text);
    }

    private static async Task<Person> PartnerAsync(JudicialCohort cohort, Person person)
    {
        var partner = (await cohort.PairOfAsync(person.Id)).PartnerOf(person.Id);
        return (await cohort.PeopleAsync()).First(p => p.Id == partner);
    }
}
