using System.Net;
using System.Text.Json;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>Gatherings on the console: replies, joining details, attendance and calling off.</summary>
public sealed class EventPageTests
{
    private static readonly string Events = $"console/cohorts/{JudicialCohort.Id}/events";

    [Fact]
    public async Task Each_is_listed_with_who_comes_how_one_joins_and_who_came()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-03-15T09:30Z");
        await cohort.AnswerAsync((await cohort.PeopleAsync())[0], "launch-invitation", new() { ["comes"] = "yes" });
        using var coordinator = await StaffBrowser.OfOwnerAsync(service);
        var page = await coordinator.GetAsync(Events);
        var launch = page.Document.QuerySelectorAll("tbody tr")[0].TextContent;
        Assert.Contains("1 of 24 come", launch, StringComparison.Ordinal);
        Assert.Contains("Missing", launch, StringComparison.Ordinal);
        Assert.Contains("Invited on Tuesday 2 May 2023", page.Text, StringComparison.Ordinal);

        var kept = await coordinator.PressAsync(
            $"{Events}/launch", ("do", "joining"), ("joinLink", "https://meet.example.org/launch"), ("joining", "2803"));
        Assert.Contains("The joining details are kept.", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Goes out on the day before", (await coordinator.GetAsync(Events)).Text, StringComparison.Ordinal);
        var wrong = await coordinator.PressAsync($"{Events}/launch", ("do", "joining"), ("joinLink", "meet.example.org"), ("joining", "9"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("meet.example.org", wrong.Document.QuerySelector("#field-joinLink")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_lead_records_who_was_there_and_from_then_on_it_is_a_count()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.Api.SendToAsync(HttpMethod.Put, $"api/cohorts/{JudicialCohort.Id}/team", new StringContent(
            """{"team":[{"name":"Lena Moss","email":"lena@example.org","role":"lead"}]}""", null, "application/json"));
        await service.RunToAsync("2023-03-28T14:00Z");
        using var lead = await StaffBrowser.SignedInAsync(service, "lena@example.org");
        Assert.Empty((await lead.GetAsync($"{Events}/launch")).Document.QuerySelectorAll("input[type=checkbox]"));
        await service.RunToAsync("2023-03-28T16:00Z");
        using var again = await StaffBrowser.SignedInAsync(service, "lena@example.org");
        var boxes = (await again.GetAsync($"{Events}/launch")).Document.QuerySelectorAll("input[type=checkbox]")
            .Select(b => b.GetAttribute("name")!).ToList();
        Assert.Equal(24, boxes.Count);
        var done = await again.PressAsync(
            $"{Events}/launch", [("do", "attendance"), .. boxes.Take(20).Select(b => (b, "yes"))]);
        Assert.Contains("20 of 24 were there", done.Text, StringComparison.Ordinal);
        Assert.Empty(done.Document.QuerySelectorAll("input[checked]"));
        Assert.Equal(20, (await cohort.PeopleAsync()).Count(p => p.Gatherings["launch"].WasThere == true));
        // Only coordinators change a gathering.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await again.PressAsync($"{Events}/wash-up", ("do", "joining"), ("joinLink", "https://meet.example.org/x"))).Status);
        Assert.Empty((await again.GetAsync($"{Events}/wash-up")).Document.QuerySelectorAll("input[name=joinLink]"));
    }

    [Fact]
    public async Task One_that_is_called_off_can_be_taken_back_for_ten_minutes()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ReleasedAsync(service);
        // A change can be taken back while no email has left since.
        await service.RunToAsync("2023-03-09T12:00Z");
        using var coordinator = await StaffBrowser.OfOwnerAsync(service);
        Assert.Contains(
            "It is called off.",
            (await coordinator.PressAsync($"{Events}/mixer", ("do", "call-off"), ("reason", "No room."))).Text, StringComparison.Ordinal);
        Assert.Contains("Called off", (await coordinator.GetAsync(Events)).Text, StringComparison.Ordinal);
        var undone = await coordinator.PressAsync(
            $"console/cohorts/{JudicialCohort.Id}/plan", ("do", "change"), ("change", "undo"), ("reason", "A room was found."));
        Assert.Equal(HttpStatusCode.OK, undone.Status);
        Assert.DoesNotContain("Called off", (await coordinator.GetAsync(Events)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("launch", """{"present":[]}""", HttpStatusCode.Conflict)]
    [InlineData("gala", """{"present":[]}""", HttpStatusCode.NotFound)]
    [InlineData("launch", """{"present":["p-1"]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("launch", "{}", HttpStatusCode.UnprocessableEntity)]
    public async Task Attendance_that_can_not_be_is_refused_and_nothing_is_kept(string gathering, string body, HttpStatusCode expected)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var before = service.Documents;
        var reply = await service.Api.SendToAsync(
            HttpMethod.Put, $"api/cohorts/{JudicialCohort.Id}/events/{gathering}/attendance",
            new StringContent(body, null, "application/json"));
        Assert.Equal(expected, reply.Status);
        Assert.Equal(before, service.Documents);
        Assert.All(await cohort.PeopleAsync(), (Person p) => Assert.Empty(p.Gatherings));
        Assert.NotEqual(JsonValueKind.Undefined, reply.Json.ValueKind);
    }
}
