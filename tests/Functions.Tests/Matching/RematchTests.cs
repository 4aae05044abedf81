using System.Net;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Functions.Tests.StaffConsole;

namespace ReverseMentoring.Functions.Tests.Matching;

/// <summary>
/// Matching again after the launch (A6): those who wish for another partner, with no change for anybody else, the reverse mentor first.
/// </summary>
public sealed class RematchTests
{
    private const string Matching = $"api/cohorts/{JudicialCohort.Id}/matching";

    [Fact]
    public async Task The_reverse_mentor_is_asked_first_the_other_hears_of_it_once_they_agreed_and_nobody_elses_pair_changes()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, ended) = await TwoPairsEndedAsync(service);
        var others = (await PairsAsync(service)).Where(p => p.IsRunning).Select(p => (p.Id, p.MentorId, p.MenteeId)).ToList();
        using var coordinator = await StaffBrowser.SignedInAsync(service, "coordinator@example.org");
        Assert.DoesNotContain("wish for another partner", (await coordinator.GetAsync("console/")).Text, StringComparison.Ordinal);
        foreach (var person in ended)
        {
            await cohort.AnswerAsync(person, "pair-ended", new Dictionary<string, string> { ["choice"] = "wait" });
        }

        Assert.Contains("People wish for another partner", (await coordinator.GetAsync("console/")).Text, StringComparison.Ordinal);
        var proposal = (await service.Api.TellAsync($"{Matching}/proposal", null)).Json;
        var fresh = proposal.GetProperty("pairs").EnumerateArray().Where(p => !p.GetProperty("kept").GetBoolean()).ToList();
        Assert.Equal(2, fresh.Count);
        Assert.Empty(proposal.GetProperty("ends").EnumerateArray());
        await cohort.ReleaseAsync(proposal.GetProperty("version").GetInt32());
        await service.SettleAsync();

        // Not with whom they were before, and the junior people alone are asked.
        var offers = await OffersAsync(service);
        Assert.All(offers, o => Assert.DoesNotContain(
            ended, p => p.Id == o.MentorId && OldPartner(ended, p) == o.MenteeId));
        var asked = await cohort.SentAsync("match-offer");
        Assert.Equal(offers.Select(o => o.MentorId).Order(), asked.Select(m => m.PersonId).Order());
        var mentor = ended.First(p => p.Id == offers[0].MentorId);
        await cohort.AnswerAsync(mentor, "match-offer", new Dictionary<string, string> { ["choice"] = "agree" });
        await service.SettleAsync();
        var mentee = ended.First(p => p.Id == offers[0].MenteeId);
        Assert.Contains(await cohort.SentAsync("match-offer"), m => m.PersonId == mentee.Id);
        await cohort.AnswerAsync(mentee, "match-offer", new Dictionary<string, string> { ["choice"] = "agree" });
        await service.RunToAsync("2023-04-13T12:00Z");
        Assert.Contains("You begin with session 1", (await cohort.EmailAsync(mentor.Id, "introduction")).Text, StringComparison.Ordinal);
        var running = (await PairsAsync(service)).Where(p => p.IsRunning).ToList();
        Assert.Contains(running, p => p.MentorId == mentor.Id && p.MenteeId == mentee.Id);
        Assert.Superset(others.ToHashSet(), running.Select(p => (p.Id, p.MentorId, p.MenteeId)).ToHashSet());
        Assert.Null((await cohort.PersonAsync(mentor.Email)).MentoringEndedAt);
    }

    [Fact]
    public async Task Whoever_does_not_say_that_they_wish_for_another_partner_is_left_in_peace()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, ended) = await TwoPairsEndedAsync(service);
        await cohort.AnswerAsync(ended[0], "pair-ended", new Dictionary<string, string> { ["choice"] = "stop" });
        var proposal = (await service.Api.TellAsync($"{Matching}/proposal", null)).Json;
        Assert.DoesNotContain(proposal.GetProperty("pairs").EnumerateArray(), p => !p.GetProperty("kept").GetBoolean());
        Assert.DoesNotContain(ended, p => proposal.GetRawText().Contains(p.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_fewer_than_two_sessions_left_it_is_refused_and_nobody_is_asked_whether_they_wish_for_one()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        var sessions = Samples.JudicialDefinition["sessions"]!;
        var late = DateTimeOffset.Parse($"{sessions["firstOpens"]}Z", null).AddMonths((int)sessions["count"]! - 2).AddDays(1);
        await service.RunToAsync(late.ToString("O"));
        await EndAsync(service, "pair-01");
        var pair = (await PairsAsync(service)).First(p => p.Id == "pair-01");
        var email = await cohort.EmailAsync(pair.MentorId, "pair-ended");
        Assert.DoesNotContain("waiting list", email.Text, StringComparison.Ordinal);
        var refused = await service.Api.TellAsync($"{Matching}/proposal", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("fewer than two sessions left", refused.Text, StringComparison.Ordinal);
    }

    private static string OldPartner(IReadOnlyList<Person> ended, Person person) =>
        ended[(ended.ToList().IndexOf(person) / 2 * 2) + 1].Id;

    /// <summary>After the launch two pairs were ended; their people, each reverse mentor before their reverse mentee.</summary>
    private static async Task<(JudicialCohort Cohort, IReadOnlyList<Person> Ended)> TwoPairsEndedAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-04-05T09:00Z");
        await EndAsync(service, "pair-01");
        await EndAsync(service, "pair-02");
        var people = await cohort.PeopleAsync();
        var pairs = (await PairsAsync(service)).Where(p => !p.IsRunning).OrderBy(p => p.Id);
        return (cohort, [.. pairs.SelectMany(p => new[] { p.MentorId, p.MenteeId }).Select(id => people.First(p => p.Id == id))]);
    }

    private static async Task EndAsync(TestService service, string pairId)
    {
        var done = await service.Api.TellAsync(
            $"api/cohorts/{JudicialCohort.Id}/pairs/{pairId}", new { decision = "end", reason = "Both asked for it." });
        Assert.Equal(HttpStatusCode.OK, done.Status);
        await service.SettleAsync();
        await service.Host.RunUntilAsync(service.Clock.GetUtcNow().AddHours(1));
    }

    private static async Task<IReadOnlyList<Pair>> PairsAsync(TestService service) =>
        [.. (await service.Store.ListAsync<Pair>(JudicialCohort.Id, Pair.DocumentKind, default)).Select(p => p.Value)];

    private static async Task<IReadOnlyList<MatchOffer>> OffersAsync(TestService service) =>
        [.. (await service.Store.ListAsync<MatchOffer>(JudicialCohort.Id, MatchOffer.DocumentKind, default)).Select(o => o.Value)];
}
