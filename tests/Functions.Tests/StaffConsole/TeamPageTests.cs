using System.Net;
using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>Who helps to run a cohort: put down by a coordinator, and each sees what their part needs.</summary>
public sealed class TeamPageTests
{
    private const string Coordinator = "coordinator@example.org";

    private static readonly string Cohort = $"console/cohorts/{JudicialCohort.Id}";

    [Fact]
    public async Task Somebody_added_signs_in_at_their_address_and_taken_off_finds_nothing_at_once()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        using var coordinator = await StaffBrowser.SignedInAsync(service, Coordinator);
        var added = await coordinator.PressAsync(
            $"{Cohort}/team", ("do", "add"), ("name", "Ines Farrow"), ("email", "Ines@example.org"), ("role", "taskforce"));
        Assert.Contains("They can sign in now", added.Text, StringComparison.Ordinal);
        Assert.Contains("Ines Farrow", added.Text, StringComparison.Ordinal);

        using var member = await StaffBrowser.SignedInAsync(service, "ines@example.org");
        Assert.Equal("Judicial Reverse Mentoring 2023", (await member.GetAsync(Cohort)).Heading);
        Assert.Contains("Judicial Reverse Mentoring 2023", (await member.GetAsync("console/")).Text, StringComparison.Ordinal);

        await coordinator.PressAsync($"{Cohort}/team", ("do", "remove"), ("email", "ines@example.org"));
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(Cohort)).Status);
        Assert.DoesNotContain("Judicial", (await member.GetAsync("console/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x@example.org", "lead", "field-name")]
    [InlineData("Ines", "ines at work", "lead", "field-email")]
    [InlineData("Ines", "COORDINATOR@example.org", "lead", "field-email")]
    [InlineData("Ines", "x@example.org", "queen", "field-role")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string name, string email, string role, string field)
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        using var coordinator = await StaffBrowser.SignedInAsync(service, Coordinator);
        var refused = await coordinator.PressAsync($"{Cohort}/team", ("do", "add"), ("name", name), ("email", email), ("role", role));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal($"#{field}", refused.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.NotNull(refused.Document.QuerySelector($"#{field}"));
        Assert.Equal(email, refused.Document.QuerySelector("#field-email")!.GetAttribute("value"));
        Assert.Equal(name, refused.Document.QuerySelector("#field-name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_lead_sees_which_pairs_meet_and_a_taskforce_counts_and_neither_a_person_a_match_or_a_button()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        await AddAsync(service, ("Lena Moss", "lena@example.org", "lead"), ("Tom Vale", "tom@example.org", "taskforce"));
        using var lead = await StaffBrowser.SignedInAsync(service, "lena@example.org");
        using var taskforce = await StaffBrowser.SignedInAsync(service, "tom@example.org");

        var pairs = await lead.GetAsync($"{Cohort}/pairs");
        Assert.Contains("Sessions in which they said that they met", pairs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/people/", pairs.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await taskforce.GetAsync($"{Cohort}/pairs")).Status);
        foreach (var (browser, tabs) in new[] { (lead, "Overview, Events, Pairs, Report"), (taskforce, "Overview, Events, Report") })
        {
            var overview = await browser.GetAsync(Cohort);
            Assert.Equal(tabs, string.Join(", ", overview.Document.QuerySelectorAll(".tabs a").Select(a => a.TextContent)));
            Assert.DoesNotContain(person.Name, overview.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{Cohort}/report")).Status);
            foreach (var path in new[] { "people", $"people/{person.Id}", "matching", "plan", "emails", "files", "audit", "team" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Cohort}/{path}")).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await browser.PressAsync(Cohort, ("do", "start"))).Status);
        }
    }

    [Fact]
    public async Task A_second_coordinator_does_what_the_first_does()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ProposedAsync(service);
        await AddAsync(service, ("Ines Farrow", "ines@example.org", "coordinator"));
        using var second = await StaffBrowser.SignedInAsync(service, "ines@example.org");
        var released = await second.PressAsync($"{Cohort}/matching", ("do", "release"), ("version", "1"));
        Assert.Contains("The match is released.", released.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_API_takes_a_whole_team_and_refuses_one_address_twice()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var twice = await PutAsync(service, ("A", "a@example.org", "lead"), ("B", "A@example.org", "taskforce"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Equal(["/team/1/email"], twice.Places);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(service, ("A", "a@example.org", "lead"))).Status);
        var stored = (await service.Store.FindAsync<Cohort>(JudicialCohort.Id, Domain.Cohorts.Cohort.DocumentId, default))!.Value;
        Assert.Equal([new TeamMember("A", "a@example.org", TeamRole.Lead)], stored.Definition.Team);
    }

    internal static async Task AddAsync(TestService service, params (string Name, string Email, string Role)[] team) =>
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(service, team)).Status);

    private static Task<Reply> PutAsync(TestService service, params (string Name, string Email, string Role)[] team)
    {
        var body = JsonSerializer.Serialize(new { team = team.Select(m => new { name = m.Name, email = m.Email, role = m.Role }) });
        return service.Api.SendToAsync(
            HttpMethod.Put, $"api/cohorts/{JudicialCohort.Id}/team",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
    }
}
