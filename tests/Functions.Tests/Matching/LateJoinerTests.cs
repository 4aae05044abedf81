using System.Net;
using System.Text;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Matching;

public sealed class LateJoinerTests
{
    private const string Hal = "role,name,email,organisation,rank,team\nreverse mentor,Hal Hay,hal@example.org,Vale LLP,Associate,Energy\n";
    private const string Two = Hal + "reverse mentor,Ida Ivy,ida@example.org,Vale LLP,Paralegal,Energy\n";

    [Fact]
    public async Task Somebody_added_after_the_release_answers_in_their_own_time_and_gets_a_match_that_moves_nobody_else()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.AskedAsync(service);
        await cohort.ChooseAsync("gil@example.org", "wait", "not-matched");
        var added = await AddAsync(service, Hal);
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Equal("2023-03-06T17:00:00+00:00", added.Json.GetProperty("rows")[0].GetProperty("answerBy").GetString());
        await service.SettleAsync();
        Assert.Contains(
            "Monday 6 March 2023 at 5pm (London time)",
            await cohort.TextAsync("hal@example.org", "invitation"),
            StringComparison.Ordinal);
        var page = await service.Browser.AskAsync(await cohort.LinkAsync("hal@example.org", "invitation"));
        Assert.Contains("6 March 2023", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await cohort.AnswerAsync("hal@example.org", "invitation", Forms.Portrait("Hal Hay"))).Status);

        Assert.Contains("late-joiners", await cohort.GotAsync(OutboxMail.CoordinatorId));
        var shown = (await service.Api.AskAsync(FirmCohort.Matching)).Json;
        Assert.Equal("Hal Hay", Assert.Single(shown.GetProperty("joinedSince").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(["ann eve", "ben fay"], await cohort.PairsAsync());
        var proposal = await cohort.ProposeAsync();
        Assert.Empty(proposal.GetProperty("joinedSince").EnumerateArray());
        await cohort.ReleaseAsync(2);
        Assert.Equal(["ann eve", "ben fay", "hal gil"], await cohort.PairsAsync());
        Assert.Equal(["introduction"], await cohort.GotAsync("ann@example.org"));
    }

    [Fact]
    public async Task Somebody_added_before_the_release_makes_the_proposal_outdated_and_is_not_turned_away_by_it()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.ProposedAsync(service);
        await AddAsync(service, Two);
        await service.SettleAsync();
        await cohort.AnswerAsync("hal@example.org", "invitation", Forms.Portrait("Hal Hay"));
        Assert.True((await service.Api.AskAsync(FirmCohort.Matching)).Json.GetProperty("outdated").GetBoolean());
        await cohort.ReleaseAsync(1);
        Assert.Empty(await cohort.GotAsync("hal@example.org"));
        Assert.Empty(await cohort.GotAsync("ida@example.org"));
        await service.RunToAsync("2023-03-28T15:31Z");
        Assert.Equal(["not-matched"], await cohort.GotAsync("hal@example.org"));
        // After the launch people are still matched, if they say that they wish to be.
        Assert.Contains("waiting list", await cohort.TextAsync("hal@example.org", "not-matched"), StringComparison.Ordinal);
        Assert.DoesNotContain(await cohort.PeopleAsync(), p => p.Email == "ida@example.org");
    }

    [Fact]
    public async Task Too_near_the_launch_nobody_can_be_added_and_nothing_changes()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        await FirmCohort.AskedAsync(service);
        await service.RunToAsync("2023-03-26T16:00Z");
        var before = service.Documents;
        var late = await AddAsync(service, Hal);
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (late.Status, late.ContentType));
        Assert.Contains("too late to join", late.Text, StringComparison.Ordinal);
        Assert.Equal(before, service.Documents);
    }

    private static Task<Reply> AddAsync(TestService service, string csv) =>
        service.Api.SendToAsync(HttpMethod.Post, $"api/cohorts/{FirmCohort.Id}/people", new StringContent(csv, Encoding.UTF8, "text/csv"));
}
