using System.Net;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

public sealed class MatchingPageTests
{
    private const string Path = $"console/cohorts/{JudicialCohort.Id}/matching";

    [Fact]
    public async Task Two_are_kept_apart_the_match_is_made_again_and_what_changed_is_marked()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ProposedAsync(service);
        using var browser = await StaffBrowser.OfOwnerAsync(service);
        var pair = (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}/matching")).Json.GetProperty("pairs")[0];
        var (mentor, mentee) = (pair.GetProperty("mentor"), pair.GetProperty("mentee"));

        var apart = await browser.PressAsync(
            Path, ("do", "forbid"), ("mentor", mentor.GetProperty("id").GetString()!), ("mentee", mentee.GetProperty("id").GetString()!));

        Assert.Contains("These two are kept apart", apart.Text, StringComparison.Ordinal);
        Assert.Contains("Changed", apart.Text, StringComparison.Ordinal);
        var now = (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}/matching")).Json.GetProperty("pairs").EnumerateArray();
        Assert.DoesNotContain(now, p => p.GetProperty("mentor").GetProperty("id").GetString() == mentor.GetProperty("id").GetString()
            && p.GetProperty("mentee").GetProperty("id").GetString() == mentee.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_proposal_that_has_moved_on_is_not_released_by_an_old_page()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        using var browser = await StaffBrowser.OfOwnerAsync(service);
        await browser.PressAsync(Path, ("do", "propose"));

        var old = await browser.PressAsync(Path, ("do", "release"), ("version", "1"));

        Assert.Equal(HttpStatusCode.Conflict, old.Status);
        Assert.Contains("The proposal has moved on", old.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("introduction"));
        await browser.PressAsync(Path, ("do", "release"), ("version", "2"));
        await service.SettleAsync();
        Assert.Equal(24, (await cohort.SentAsync("introduction")).Count);
    }

    [Fact]
    public async Task Why_not_these_two_is_answered_with_the_price()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        using var browser = await StaffBrowser.OfOwnerAsync(service);
        var people = await cohort.PeopleAsync();

        var page = await browser.GetAsync($"{Path}?mentor={people.First(p => p.IsMentor).Id}&mentee={people.First(p => p.IsMentee).Id}");

        Assert.NotNull(page.Document.QuerySelector("#why"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{Path}?mentor=nobody&mentee=<script>")).Status);
    }
}
