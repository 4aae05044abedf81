using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>Every page of the console × everybody who might come to it.</summary>
public sealed class WhoMayTests
{
    private const string Coordinator = "coordinator@example.org";

    [Fact]
    public async Task Each_page_is_there_for_those_it_is_for_and_for_others_like_an_address_that_is_none()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        await AnotherAsync(service);
        using var coordinator = await StaffBrowser.SignedInAsync(service, Coordinator);
        await TeamPageTests.AddAsync(
            service, ("Lena Moss", "lena@example.org", "lead"), ("Tom Vale", "tom@example.org", "taskforce"),
            ("Ines Farrow", "ines@example.org", "coordinator"));
        using var second = await StaffBrowser.SignedInAsync(service, "ines@example.org");
        using var lead = await StaffBrowser.SignedInAsync(service, "lena@example.org");
        using var taskforce = await StaffBrowser.SignedInAsync(service, "tom@example.org");
        using var other = await StaffBrowser.SignedInAsync(service, "other@example.org");
        using var administrator = await StaffBrowser.SignedInAsync(service, TestService.Administrator);
        using var owner = await StaffBrowser.OfOwnerAsync(service);
        using var nobody = new StaffBrowser(service);
        var person = (await new JudicialCohort(service).PeopleAsync())[0];
        var nothing = (await coordinator.GetAsync("console/no/such/page")).Html;
        var nothingPosted = (await coordinator.PostAsync("console/no/such/page", [("do", "start")])).Html;

        foreach (var page in service.Host.Services.GetServices<ConsolePage>())
        {
            var path = "console/" + page.Route.Replace("{cohort}", JudicialCohort.Id).Replace("{person}", person.Id)
                .Replace("{instance}", JudicialCohort.Instance).Replace("{name}", "none.pdf").Replace("{mail}", "none")
                .Replace("{template}", "invitation").Replace("{pair}", "none");
            await ExpectAsync(coordinator, path, page.Audience != Audience.Administrator);
            await ExpectAsync(second, path, page.Audience != Audience.Administrator);
            await ExpectAsync(lead, path, page.Audience is Audience.Staff or Audience.Team or Audience.Lead);
            await ExpectAsync(taskforce, path, page.Audience is Audience.Staff or Audience.Team);
            await ExpectAsync(other, path, page.Audience == Audience.Staff);
            await ExpectAsync(administrator, path, page.Audience is Audience.Staff or Audience.Administrator);
            await ExpectAsync(owner, path, true);
            Assert.StartsWith("/console/sign-in", (await nobody.GetAsync(path)).Location, StringComparison.Ordinal);
        }

        async Task ExpectAsync(StaffBrowser browser, string path, bool may)
        {
            var shown = await browser.GetAsync(path);
            if (may)
            {
                // A page about what is not there says so, and is found all the same.
                Assert.True(shown.Status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{path}: {shown.Status}");
            }
            else
            {
                Assert.True(shown is { Status: HttpStatusCode.NotFound } && shown.Html == nothing, $"{path} is told from nothing.");
                Assert.Equal(nothingPosted, (await browser.PostAsync(path, [("do", "start")])).Html);
            }
        }
    }

    [Fact]
    public async Task A_form_without_the_sessions_token_or_with_another_sessions_is_refused_and_does_nothing()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var browser = await StaffBrowser.SignedInAsync(service, Coordinator);
        using var again = await StaffBrowser.SignedInAsync(service, Coordinator);
        var path = $"console/cohorts/{JudicialCohort.Id}";
        var foreign = (await again.GetAsync(path)).Document.QuerySelector("input[name=form_token]")!.GetAttribute("value")!;

        foreach (var token in new[] { "", "x", foreign })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(path, [("do", "start"), ("form_token", token)])).Status);
        }

        var status = await service.Api.GetFromJsonAsync<JsonElement>(JudicialCohort.StatusPath);
        Assert.Equal("draft", status.GetProperty("status").GetString());
        Assert.Equal("It has begun. Invitations go out at the time below.",
            (await browser.PressAsync(path, ("do", "start"))).Document.QuerySelector("[role=status]")!.TextContent.Trim());
    }

    private static async Task AnotherAsync(TestService service)
    {
        var definition = Samples.JudicialDefinition;
        definition["id"] = "another";
        definition["coordinator"]!["email"] = "other@example.org";
        using var body = new StringContent(definition.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        (await service.Api.PostAsync("api/cohorts", body)).EnsureSuccessStatusCode();
    }
}
