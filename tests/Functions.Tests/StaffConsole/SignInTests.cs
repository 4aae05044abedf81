using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

public sealed class SignInTests
{
    private const string Coordinator = "coordinator@example.org";

    [Fact]
    public async Task A_coordinator_signs_in_by_the_link_that_is_sent_to_them_and_sees_their_cohort()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);

        using var browser = await StaffBrowser.SignedInAsync(service, Coordinator);
        var home = await browser.GetAsync("console/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("Judicial Reverse Mentoring 2023", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_reads_the_same_answer_and_gets_no_email()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = new StaffBrowser(service);

        var (ours, theirs) = (await browser.AskAsync(Coordinator), await browser.AskAsync("stranger@example.org"));
        await service.SettleAsync();

        Assert.Equal((ours.Status, ours.Location, ours.Html), (theirs.Status, theirs.Location, theirs.Html));
        Assert.Empty(StaffBrowser.MailsTo(service, "stranger@example.org"));
        Assert.DoesNotContain("stranger@example.org", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        Assert.Single(StaffBrowser.MailsTo(service, Coordinator));
    }

    [Fact]
    public async Task A_link_does_nothing_before_its_button_is_pressed_and_works_once()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = new StaffBrowser(service);
        await browser.AskAsync(Coordinator);
        await service.SettleAsync();
        var link = StaffBrowser.LinkTo(service, Coordinator);

        var (first, second) = (await browser.GetAsync(link), await browser.GetAsync(link));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Empty(first.Cookies);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(link, [])).Status);

        using var other = new StaffBrowser(service);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(link, [])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_link_is_good_for_fifteen_minutes_and_a_session_for_twelve_hours()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var late = new StaffBrowser(service);
        await late.AskAsync(Coordinator);
        await service.SettleAsync();
        var link = StaffBrowser.LinkTo(service, Coordinator);
        service.Clock.AdvanceTo(TestService.Epoch + SignInRequest.Life);
        Assert.Equal(HttpStatusCode.NotFound, (await late.PostAsync(link, [])).Status);

        using var browser = await StaffBrowser.SignedInAsync(service, Coordinator);
        service.Clock.AdvanceTo(service.Clock.GetUtcNow() + StaffSession.Life - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("console/")).Status);
        service.Clock.AdvanceTo(service.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        Assert.Equal("/console/sign-in", (await browser.GetAsync("console/")).Location);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites_and_is_for_TLS()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = new StaffBrowser(service);
        await browser.AskAsync(Coordinator);
        await service.SettleAsync();

        var cookie = Assert.Single((await browser.PostAsync(StaffBrowser.LinkTo(service, Coordinator), [])).Cookies);

        foreach (var part in new[] { "httponly", "secure", "samesite=lax", "path=/console" })
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_that_person_and_of_nobody_else()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var here = await StaffBrowser.SignedInAsync(service, Coordinator);
        using var there = await StaffBrowser.SignedInAsync(service, Coordinator);
        using var administrator = await StaffBrowser.SignedInAsync(service, TestService.Administrator);

        var token = (await here.GetAsync("console/")).Document.QuerySelector("input[name=form_token]")!.GetAttribute("value")!;
        await here.PostAsync("console/sign-out", [("do", "everywhere"), ("form_token", token)]);

        Assert.Equal(HttpStatusCode.SeeOther, (await here.GetAsync("console/")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.GetAsync("console/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("console/")).Status);
    }

    [Fact]
    public async Task Asked_for_too_often_an_address_gets_no_more_links_for_an_hour()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = new StaffBrowser(service);
        for (var asked = 0; asked < SignIn.MostByAddress; asked++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await browser.AskAsync(Coordinator)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.AskAsync(Coordinator.ToUpperInvariant())).Status);
        service.Clock.AdvanceTo(service.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.AskAsync(Coordinator)).Status);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_the_next_call()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = await StaffBrowser.SignedInAsync(service, Coordinator);
        var definition = Samples.JudicialDefinition;
        definition["coordinator"]!["email"] = "successor@example.org";
        using var body = new StringContent(definition.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await service.Api.PutAsync($"api/cohorts/{JudicialCohort.Id}", body)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"console/cohorts/{JudicialCohort.Id}")).Status);
        Assert.DoesNotContain("Judicial", (await browser.GetAsync("console/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_platforms_headers_count_only_where_the_settings_say_that_it_signs_people_in()
    {
        await using var without = await TestService.StartAsync();
        await using var with = await TestService.StartAsync(
            s => s.AddSingleton(new StaffOptions { Administrators = [TestService.Administrator], EntraId = true }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ForgeAsync(without));
        Assert.Equal(HttpStatusCode.SeeOther, await ForgeAsync(with));

        static async Task<HttpStatusCode> ForgeAsync(TestService service)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "console/sign-in");
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL-NAME", TestService.Administrator);
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("do", "platform")]);
            using var answer = await service.Browser.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task The_owners_link_of_one_machine_works_once_and_a_new_one_ends_the_one_before()
    {
        await using var service = await TestService.StartAsync();
        var pass = service.Host.Services.GetRequiredService<OwnerPass>();
        using var browser = new StaffBrowser(service);
        var (old, good) = (pass.Issue(), pass.Issue());

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"console/enter/{old}", [])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync($"console/enter/{good}", [])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"console/enter/{good}", [])).Status);
    }
}
