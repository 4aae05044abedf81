using System.Net;
using Microsoft.DurableTask.Client;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class StartTests
{
    private const string Start = "api/cohorts/judicial-2023/start";

    [Fact]
    public async Task Starting_gives_the_place_of_the_status_and_starting_again_is_refused()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.DraftAsync(service);
        var started = await service.Api.TellAsync(Start, null);
        Assert.Equal((HttpStatusCode.Accepted, "/api/cohorts/judicial-2023/status"), (started.Status, started.Location!.OriginalString));
        var again = await service.Api.TellAsync(Start, null);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (again.Status, again.ContentType));
        var status = await cohort.StatusAsync();
        Assert.Equal("running", status.GetProperty("status").GetString());
        Assert.Equal("enrolment-opens", status.GetProperty("next").GetProperty("name").GetString());
        Assert.Equal(24, status.GetProperty("counts").GetProperty("people").GetInt32());
    }

    [Fact]
    public async Task Of_starts_at_once_exactly_one_is_accepted()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.Api.TellAsync(Start, null)));
        await service.SettleAsync();
        Assert.All(replies, r => Assert.True(r.Status is HttpStatusCode.Accepted or HttpStatusCode.Conflict, r.Text));
        Assert.Contains(replies, r => r.Status == HttpStatusCode.Accepted);
        var instances = await service.Host.Client.GetAllInstancesAsync(new OrchestrationQuery()).ToListAsync();
        Assert.Equal(JudicialCohort.Instance, Assert.Single(instances).InstanceId);
    }

    [Fact]
    public async Task A_cohort_without_people_is_told_what_it_lacks()
    {
        await using var service = await TestService.StartAsync();
        await service.Api.TellAsync("api/cohorts", Samples.JudicialDefinition);
        var refused = await service.Api.TellAsync(Start, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["/people", "/people"], refused.Places);
    }

    [Fact]
    public async Task A_cohort_whose_deadline_has_passed_is_told_to_extend_it()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.DraftAsync(service);
        await service.RunToAsync("2023-02-27T16:00Z");
        Assert.Equal(["/portraitDeadline"], (await service.Api.TellAsync(Start, null)).Places);
    }
}
