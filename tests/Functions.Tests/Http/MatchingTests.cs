using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class MatchingTests
{
    private const string Matching = "api/cohorts/judicial-2023/matching";

    [Fact]
    public async Task Before_the_deadline_there_is_nothing_to_see_or_release()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.AskAsync(Matching)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.TellAsync($"{Matching}/release", new { version = 1 })).Status);
    }

    [Fact]
    public async Task The_coordinator_sees_the_pairs_and_releases_the_version_they_saw()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        var proposal = (await service.Api.AskAsync(Matching)).Json;
        Assert.Equal(12, proposal.GetProperty("pairs").GetArrayLength());
        Assert.Empty(await cohort.SentAsync("introduction"));
        var released = await service.Api.TellAsync($"{Matching}/release", new { version = proposal.GetProperty("version").GetInt32() });
        Assert.Equal((HttpStatusCode.Accepted, "/api/cohorts/judicial-2023/status"), (released.Status, released.Location!.OriginalString));
        await service.SettleAsync();
        Assert.Equal(24, (await cohort.SentAsync("introduction")).Count);
    }

    [Fact]
    public async Task A_version_that_was_made_again_since_is_not_released()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        var leaver = (await cohort.PeopleAsync())[0];
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(leaver, "invitation"), Forms.Withdrawal(leaver.Email));
        await service.SettleAsync();
        var before = service.Documents;
        var stale = await service.Api.TellAsync($"{Matching}/release", new { version = 1 });
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (stale.Status, stale.ContentType));
        Assert.Equal(before, service.Documents);
        await cohort.ReleaseAsync(2);
    }

    [Fact]
    public async Task What_is_for_matching_only_is_in_no_email_and_of_it_the_proposal_names_only_shared_courts_to_the_coordinator()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        var shown = (await service.Api.AskAsync(Matching)).Text;
        Assert.Contains("Both are regularly connected with the court Northgate Crown Court", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody from my old chambers", shown, StringComparison.Ordinal);
        var texts = string.Concat(
            Directory.GetFiles(service.Emails).Select(f => File.ReadAllText(f).Replace("=\r\n", "", StringComparison.Ordinal)));
        Assert.Contains(person.Portrait!.WhyInterested, texts, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody from my old chambers", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("Northgate", texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cohort_in_which_one_side_never_answered_is_proposed_without_pairs_and_everybody_is_told()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var mentors = (await cohort.PeopleAsync()).Where(p => p.IsMentor).ToList();
        foreach (var person in mentors)
        {
            await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
        }

        await service.RunToAsync("2023-02-27T16:10Z");
        Assert.Single(await cohort.SentAsync("matches-proposed"));
        Assert.All(
            (await service.Api.AskAsync(Matching)).Json.GetProperty("leftOut").EnumerateArray(),
            l => Assert.Contains("no reverse mentee", l.GetProperty("reason").GetString(), StringComparison.OrdinalIgnoreCase));
        await cohort.ReleaseAsync(1);
        await service.SettleAsync();
        Assert.Equal(mentors.Select(p => p.Id).Order(), (await cohort.SentAsync("not-matched")).Select(m => m.PersonId).Order());
        await service.RunToAsync("2024-02-27T17:00Z");
        Assert.Empty(await cohort.PeopleAsync());
    }

    [Fact]
    public async Task The_report_is_there_when_the_evaluation_has_closed()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ReleasedAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.AskAsync("api/cohorts/judicial-2023/report")).Status);
        await service.RunToAsync("2023-12-11T17:30Z");
        var report = await service.Api.GetFromJsonAsync<JsonElement>("api/cohorts/judicial-2023/report");
        Assert.Equal(24, report.GetProperty("asked").GetInt32());
        Assert.Equal("fewer than 5", report.GetProperty("answered").GetString());
    }
}
