using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.StaffConsole;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>The pages at every stage of a cohort.</summary>
public sealed class PagesTests
{
    /// <summary>Bytes, before compression.</summary>
    private const int Largest = 100 * 1024;

    [Theory]
    [InlineData("draft")]
    [InlineData("enrolling")]
    [InlineData("proposed")]
    [InlineData("released")]
    [InlineData("reflecting")]
    [InlineData("over")]
    public async Task Every_page_is_whole_at_every_stage_and_light(string stage)
    {
        await using var service = await TestService.StartAsync();
        var cohort = await (stage switch
        {
            "draft" => JudicialCohort.DraftAsync(service),
            "enrolling" => JudicialCohort.EnrollingAsync(service),
            "proposed" => JudicialCohort.ProposedAsync(service),
            "released" => JudicialCohort.ReleasedAsync(service),
            _ => JudicialCohort.ReflectingAsync(service),
        });
        if (stage == "over")
        {
            await service.RunToAsync("2025-06-01T00:00Z");
        }

        using var owner = await StaffBrowser.OfOwnerAsync(service);
        var person = (await cohort.PeopleAsync()) is [var first, ..] ? first.Id : "nobody";
        foreach (var page in service.Host.Services.GetServices<ConsolePage>())
        {
            var path = "console/" + page.Route.Replace("{cohort}", JudicialCohort.Id).Replace("{person}", person)
                .Replace("{instance}", JudicialCohort.Instance).Replace("{template}", "invitation")
                .Replace("{event}", "launch");
            if (path.Contains('{') || (stage == "over" && path.Contains("people/")))
            {
                continue;
            }

            var shown = await owner.GetAsync(path);
            // Before a cohort begins it has no orchestration, and some time after its end none any more; what is raised in confidence is
            // not for the owner of the machine either.
            var isThere = !(stage is "draft" or "over" && path.Contains("orchestrations/")) && page.Audience != Audience.Safeguarding;
            Assert.True(shown.Status == (isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{path}: {shown.Status}");
            Assert.True(Encoding.UTF8.GetByteCount(shown.Html) < Largest, $"{path} has {shown.Html.Length} characters.");
            Assert.DoesNotContain("{{", shown.Html, StringComparison.Ordinal);
            Assert.Single(shown.Document.QuerySelectorAll("h1"));
            Assert.Empty(shown.Document.QuerySelectorAll("[style], script, style"));
            Assert.Empty(shown.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        }
    }

    [Fact]
    public async Task A_cohort_without_people_is_not_started_and_the_page_says_what_is_missing()
    {
        await using var service = await TestService.StartAsync();
        using var body = new StringContent(Samples.JudicialDefinition.ToJsonString(), Encoding.UTF8, "application/json");
        (await service.Api.PostAsync("api/cohorts", body)).EnsureSuccessStatusCode();
        using var owner = await StaffBrowser.OfOwnerAsync(service);

        var refused = await owner.PressAsync($"console/cohorts/{JudicialCohort.Id}", ("do", "start"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var errors = refused.Document.QuerySelector("[role=alert]")!;
        Assert.Contains("There is no reverse mentor yet. Add people first.", errors.TextContent, StringComparison.Ordinal);
        Assert.Empty(errors.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task Emails_ahead_stand_with_how_many_there_are_and_gatherings_by_their_names()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        using var owner = await StaffBrowser.OfOwnerAsync(service);
        var rows = (await owner.GetAsync($"console/cohorts/{JudicialCohort.Id}/emails")).Document
            .QuerySelectorAll("#ahead ~ table tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent))).ToList();
        Assert.Contains("Session 1 opens | Monday 3 April 2023 at 9am (London time) | 24 | within minutes", rows);
        Assert.Contains(rows, r => r.StartsWith("Invitation to: Mixer session | ", StringComparison.Ordinal));
    }
}
