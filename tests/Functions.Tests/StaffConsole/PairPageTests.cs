using System.Net;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

/// <summary>What a coordinator can do about one pair, having spoken to the two.</summary>
public sealed class PairPageTests
{
    private static readonly string Pairs = $"console/cohorts/{JudicialCohort.Id}/pairs";

    [Fact]
    public async Task A_paused_pair_is_neither_asked_nor_reminded_and_goes_on_when_it_is_resumed()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        var pair = await FirstAsync(service);
        using var coordinator = await StaffBrowser.OfOwnerAsync(service);
        Assert.Contains($"/pairs/{pair.Id}\"", (await coordinator.GetAsync(Pairs)).Html, StringComparison.Ordinal);
        var path = $"{Pairs}/{pair.Id}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.PressAsync(path, ("do", "pause"))).Status);
        var paused = await coordinator.PressAsync(path, ("do", "pause"), ("reason", "An illness."));
        Assert.Contains("The pair is paused.", paused.Text, StringComparison.Ordinal);

        await service.RunToAsync("2023-05-02T08:30Z");
        var asked = (await cohort.SentAsync("session-opening")).Concat(await cohort.SentAsync("session-check"))
            .Concat(await cohort.SentAsync("session-nudge")).ToList();
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, m => m.PairId == pair.Id);
        Assert.DoesNotContain(
            $"Pair {pair.NumberInWords}:", (await cohort.EmailAsync("coordinator", "session-missed")).Text, StringComparison.Ordinal);

        using var again = await StaffBrowser.OfOwnerAsync(service);
        Assert.Contains("The pair goes on.", (await again.PressAsync(path, ("do", "resume"), ("reason", "Well again."))).Text,
            StringComparison.Ordinal);
        await service.RunToAsync("2023-05-04T12:00Z");
        Assert.Contains(await cohort.SentAsync("session-opening"), m => m.PairId == pair.Id);
    }

    [Fact]
    public async Task A_pair_that_is_ended_before_the_launch_hears_of_it_once_and_waits_for_other_matches()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        var pair = await FirstAsync(service);
        using var coordinator = await StaffBrowser.OfOwnerAsync(service);
        Task<ShownPage> EndAsync() => coordinator.PressAsync($"{Pairs}/{pair.Id}", ("do", "end"), ("reason", "Both asked for it."));
        Assert.Contains("The pair has ended.", (await EndAsync()).Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await EndAsync()).Status);
        await service.SettleAsync();

        Assert.Equal(
            new[] { pair.MentorId, pair.MenteeId }.Order(), (await cohort.SentAsync("pair-ended")).Select(m => m.PersonId).Order());
        Assert.DoesNotContain(
            "Both asked for it", (await cohort.EmailAsync(pair.MentorId, "pair-ended")).Text, StringComparison.Ordinal);
        Assert.False((await FirstAsync(service)).IsRunning);
        Assert.All(
            (await cohort.PeopleAsync()).Where(p => pair.Includes(p.Id)),
            p => Assert.True(p is { WaitingSince: not null, TakesPart: true }));
    }

    [Fact]
    public async Task The_API_takes_the_same_decisions_and_refuses_them_of_a_pair_that_has_ended_or_is_none()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.ReleasedAsync(service);
        var pair = await FirstAsync(service);
        Task<Reply> DecideAsync(string id, string decision) => service.Api.TellAsync(
            $"api/cohorts/{JudicialCohort.Id}/pairs/{id}", new { decision, reason = "Both asked for it." });
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync("pair-99", "end")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(pair.Id, "divorce")).Status);
        Assert.True((await DecideAsync(pair.Id, "pause")).Json.GetProperty("paused").GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(pair.Id, "end")).Status);
        await service.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(pair.Id, "end")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(pair.Id, "resume")).Status);
        var changes = (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}")).Json.GetProperty("changes");
        Assert.Equal(2, changes.GetArrayLength());
    }

    [Fact]
    public async Task After_the_launch_whoever_was_in_an_ended_pair_waits_only_if_they_wish_to_and_is_not_asked_about_sessions()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var pair = await FirstAsync(service);
        Assert.Equal(HttpStatusCode.OK, (await service.Api.TellAsync(
            $"api/cohorts/{JudicialCohort.Id}/pairs/{pair.Id}", new { decision = "end", reason = "Both asked for it." })).Status);
        await service.SettleAsync();
        await service.Host.RunUntilAsync(service.Clock.GetUtcNow().AddHours(1));
        Assert.Contains("waiting list", (await cohort.EmailAsync(pair.MentorId, "pair-ended")).Text, StringComparison.Ordinal);
        await service.RunToAsync("2023-05-25T12:00Z");
        Assert.DoesNotContain(await cohort.SentAsync("session-check"), m => m.PairId == pair.Id && m.Number == 2);
        Assert.All((await cohort.PeopleAsync()).Where(p => pair.Includes(p.Id)), p => Assert.True(p is
        {
            MentoringEndedAt: not null,
            WaitingSince: null
        }));
    }

    private static async Task<Pair> FirstAsync(TestService service) =>
        (await service.Store.ListAsync<Pair>(JudicialCohort.Id, Pair.DocumentKind, default)).Select(p => p.Value).MinBy(p => p.Id)!;
}
