using System.Net;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class OperationsTests
{
    private const string Operations = "api/operations/orchestrations";
    private const string Mine = $"{Operations}/{JudicialCohort.Instance}";

    [Fact]
    public async Task Orchestrations_are_listed_by_status_and_by_cohort()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        Assert.Equal([JudicialCohort.Instance], await ListAsync("?status=running"));
        Assert.All(
            await ListAsync("?status=completed"),
            id => Assert.StartsWith($"{JudicialCohort.Instance}:wave-", id, StringComparison.Ordinal));
        Assert.NotEmpty(await ListAsync("?status=completed"));
        Assert.Contains(JudicialCohort.Instance, await ListAsync("?cohort=judicial-2023"));
        Assert.Empty(await ListAsync("?cohort=judicial-202"));
        var wrong = await service.Admin.AskAsync($"{Operations}?status=asleep");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "?status"), (wrong.Status, Assert.Single(wrong.Places)));

        async Task<IReadOnlyList<string>> ListAsync(string query) =>
            [.. (await service.Admin.AskAsync(Operations + query)).Json.GetProperty("orchestrations")
                .EnumerateArray().Select(o => o.GetProperty("instanceId").GetString()!)];
    }

    [Fact]
    public async Task One_orchestration_shows_what_it_is_doing_and_an_unknown_one_is_not_found()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var shown = (await service.Admin.AskAsync(Mine)).Json;
        Assert.Equal(
            ("Running", "Wait"),
            (shown.GetProperty("status").GetString(), shown.GetProperty("customStatus").GetProperty("doing").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Admin.AskAsync($"{Operations}/nobody")).Status);
    }

    [Fact]
    public async Task What_an_orchestration_is_doing_is_spelled_like_the_rest_of_the_api()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var all = (await service.Admin.AskAsync(Operations)).Json.GetProperty("orchestrations").EnumerateArray().ToList();
        var statuses = all.ToLookup(
            o => o.GetProperty("name").GetString(), o => o.GetProperty("customStatus").EnumerateObject().Select(p => p.Name));
        Assert.All(statuses["CohortOrchestrator"], names => Assert.Equal(["doing", "step", "until", "error"], names));
        Assert.All(statuses["WaveOrchestrator"], names => Assert.Equal(["sent", "waiting", "makeWay", "askAgainAt"], names));
        Assert.Equal(2, statuses.Count);
    }

    [Fact]
    public async Task A_suspended_cohort_does_nothing_until_it_is_resumed_and_the_reasons_are_kept()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        Assert.Equal(
            HttpStatusCode.Accepted, (await service.Admin.TellAsync($"{Mine}/suspend", new { reason = "A fault is looked into." })).Status);
        await service.RunToAsync("2023-02-18T12:00Z");
        Assert.Equal("Suspended", await StatusAsync(service));
        Assert.Empty(await cohort.SentAsync("portrait-reminder"));
        await service.Admin.TellAsync($"{Mine}/resume", new { reason = "It is mended." });
        await service.SettleAsync();
        Assert.Equal(24, (await cohort.SentAsync("portrait-reminder")).Count);
        var reasons = (await service.Api.AskAsync("api/cohorts/judicial-2023")).Json.GetProperty("changes")
            .EnumerateArray().Select(c => c.GetProperty("reason").GetString());
        Assert.Equal(["A fault is looked into.", "It is mended."], reasons);
    }

    [Fact]
    public async Task A_terminated_cohort_stays_ended_and_can_be_started_again_by_its_coordinator()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        await service.Admin.TellAsync($"{Mine}/terminate", new { reason = "Started by mistake." });
        await service.RunToAsync("2023-02-18T12:00Z");
        Assert.Equal("Terminated", await StatusAsync(service));
        Assert.Empty(await cohort.SentAsync("portrait-reminder"));
        Assert.Equal(HttpStatusCode.Conflict, (await service.Admin.TellAsync($"{Mine}/suspend", new { reason = "Again." })).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await service.Api.TellAsync("api/cohorts/judicial-2023/start", null)).Status);
        await service.SettleAsync();
        Assert.Equal(24, (await cohort.SentAsync("portrait-reminder")).Count);
    }

    [Fact]
    public async Task The_state_of_the_service_says_what_runs_with_what_and_what_waits()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var state = (await service.Admin.AskAsync("api/operations/state")).Json;
        Assert.Equal(
            ("sqlite", "pickup", 1, 0),
            (state.GetProperty("store").GetString(), state.GetProperty("mail").GetString(),
                state.GetProperty("cohortsRunning").GetInt32(), state.GetProperty("emailsWaiting").GetInt32()));
        Assert.Equal("2023-01-30T09:00:00+00:00",
            state.GetProperty("lastTurnAt").GetString()![..25].Replace("Z", "+00:00", StringComparison.Ordinal));
        Assert.Empty(state.GetProperty("cohortsStopped").EnumerateArray());
        await service.Admin.TellAsync($"{Mine}/suspend", new { reason = "A fault is looked into." });
        state = (await service.Admin.AskAsync("api/operations/state")).Json;
        Assert.Equal([JudicialCohort.Id], state.GetProperty("cohortsStopped").EnumerateArray().Select(c => c.GetString()!));
    }

    [Fact]
    public async Task Without_a_reason_or_for_another_lever_nothing_is_done()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var before = service.Documents;
        Assert.Equal(["/reason"], (await service.Admin.TellAsync($"{Mine}/suspend", new { })).Places);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Admin.TellAsync($"{Mine}/explode", new { reason = "x" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Admin.TellAsync($"{Operations}/nobody/suspend", new { reason = "x" })).Status);
        Assert.Equal("Running", await StatusAsync(service));
        Assert.Equal(before, service.Documents);
    }

    private static async Task<string?> StatusAsync(TestService service) =>
        (await service.Admin.AskAsync(Mine)).Json.GetProperty("status").GetString();
}
