using System.Net;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>
/// What people agree to stands before them when they agree, and they see the card that their partner gets (J5, J22, J25, J29).
/// </summary>
public sealed class AgreementBeforeTests
{
    [Fact]
    public async Task Undertakings_guidance_and_the_notice_with_its_version_stand_on_the_form_and_the_version_is_kept()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var link = await cohort.LinkAsync(person, "invitation");
        var page = Templates.Parse((await service.Browser.AskAsync(link)).Text).Body!.TextContent;
        var scheme = Templates.Schemes.Find("judicial")!;
        Assert.All(
            scheme.Undertakings.Concat(scheme.Handbook.Select(h => h.Text))
                .Concat([scheme.PrivacyNotice, $"version {scheme.PrivacyNoticeVersion}"]),
            text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("Read by the coordinator. Never shown to the person you are matched with.", page, StringComparison.Ordinal);
        await service.Browser.SubmitAsync(link, Forms.Portrait(person.Name));
        Assert.Equal(scheme.PrivacyNoticeVersion, (await cohort.PersonAsync(person.Email)).Portrait!.NoticeVersion);
    }

    [Fact]
    public async Task The_preview_shows_the_partners_card_keeps_what_was_typed_and_sends_nothing()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var typed = Forms.Portrait(person.Name);
        typed.Remove("notice");
        typed["why_interested"] = "To <b>see</b> more.";
        var before = service.Documents;
        var reply = await service.Browser.SubmitAsync(
            await cohort.LinkAsync(person, "invitation"), new Dictionary<string, string>(typed) { ["preview"] = "yes" });
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var page = Templates.Parse(reply.Text);
        var card = page.QuerySelector("section.card")!.TextContent;
        Assert.All(
            new[] { "name", "role_and_experience", "contact", "why_interested" },
            f => Assert.Contains(typed[f], card, StringComparison.Ordinal));
        Assert.DoesNotContain(typed["matching_considerations"], card, StringComparison.Ordinal);
        Assert.Equal(typed["why_interested"], page.QuerySelector("[name=why_interested]")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("[role=alert]"));
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task What_to_bear_in_mind_stands_beside_the_pair_for_whoever_releases_it_and_no_longer()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        using var coordinator = await StaffBrowser.OfOwnerAsync(service);
        var page = await coordinator.GetAsync($"console/cohorts/{JudicialCohort.Id}/matching");
        Assert.Contains("asks to bear in mind: Nobody from my old chambers.", page.Text, StringComparison.Ordinal);
        await cohort.ReleaseAsync(1);
        Assert.DoesNotContain(
            "asks to bear in mind",
            (await coordinator.GetAsync($"console/cohorts/{JudicialCohort.Id}/matching")).Text, StringComparison.Ordinal);
    }
}
