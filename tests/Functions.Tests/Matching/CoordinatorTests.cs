using System.Net;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Matching;

public sealed class CoordinatorTests
{
    [Fact]
    public async Task The_proposal_shows_pairs_with_their_factors_who_is_left_out_and_why_readiness_and_the_frontier()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.ProposedAsync(service);
        var before = service.Documents;
        var shown = (await service.Api.AskAsync(FirmCohort.Matching)).Json;
        var pair = shown.GetProperty("pairs")
            .EnumerateArray().First(p => p.GetProperty("mentor").GetProperty("name").GetString() == "Ann Ashe");
        Assert.Equal("Eve Elm", pair.GetProperty("mentee").GetProperty("name").GetString());
        Assert.Equal(["topics 3000", "interests 1000"], pair.GetProperty("factors").EnumerateArray().Where(f => f.GetProperty("points")
            .GetInt64() > 0).Select(f => $"{f.GetProperty("factor").GetString()} {f.GetProperty("points").GetInt64()}"));
        var left = Assert.Single(shown.GetProperty("leftOut").EnumerateArray());
        Assert.Equal("Gil Gow", left.GetProperty("person").GetProperty("name").GetString());
        Assert.NotEmpty(left.GetProperty("reason").GetString()!);
        Assert.Equal(2, shown.GetProperty("objectives").GetProperty("pairs").GetInt32());
        Assert.Equal(2, shown.GetProperty("readiness").GetProperty("mostPairs").GetInt32());
        Assert.NotEmpty(shown.GetProperty("frontier").GetProperty("points").EnumerateArray());
        var (ann, gil) = (await cohort.IdOfAsync("ann@example.org"), await cohort.IdOfAsync("gil@example.org"));
        Assert.Equal("forbidden", (await service.Api.AskAsync($"{FirmCohort.Matching}/why-not?mentor={ann}&mentee={gil}")).Json.GetProperty(
            "answer").GetString());
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await service.Api.AskAsync($"{FirmCohort.Matching}/why-not?mentor={ann}&mentee=nobody")).Status);
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task The_email_about_the_proposal_has_counts_and_a_link_that_asks_for_the_address_and_no_names()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.ProposedAsync(service);
        var email = await cohort.ToCoordinatorAsync("matches-proposed");
        var link = new Uri(Assert.Single(email.Text.Split('\n'), l => l.StartsWith("https://", StringComparison.Ordinal))).PathAndQuery;
        Assert.Contains("type your email address", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Pairs proposed: 2", email.Text, StringComparison.Ordinal);
        Assert.All(await cohort.PeopleAsync(), p => Assert.DoesNotContain(p.Name.Split(' ')[1], email.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_not_tells_what_forcing_a_pair_would_cost_and_pinning_it_gives_just_that()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.ProposedAsync(service);
        var (ben, gil) = (await cohort.IdOfAsync("ben@example.org"), await cohort.IdOfAsync("gil@example.org"));
        var price = (await service.Api.AskAsync($"{FirmCohort.Matching}/why-not?mentor={ben}&mentee={gil}")).Json;
        Assert.Equal(
            ("would-cost", "There would be one more conflict."),
            (price.GetProperty("answer").GetString(), price.GetProperty("sentence").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await cohort.PutRulesAsync($$"""{"pins":[{"mentor":"{{ben}}","mentee":"{{gil}}"}]}""")).Status);
        Assert.True((await service.Api.AskAsync(FirmCohort.Matching)).Json.GetProperty("outdated").GetBoolean());
        var proposal = await cohort.ProposeAsync();
        Assert.Equal(2, proposal.GetProperty("version").GetInt32());
        Assert.Equal(price.GetProperty("forced").GetRawText(), proposal.GetProperty("objectives").GetRawText());
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.TellAsync($"{FirmCohort.Matching}/release", new { version = 1 })).Status);
        Assert.Contains(proposal.GetProperty("pairs").EnumerateArray(), p => p.GetProperty("conflictReasons")
            .EnumerateArray().Any(r => r.GetString()!.Contains("the client Corvid Games", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_point_of_the_frontier_can_be_chosen_and_the_choice_is_kept()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.ProposedAsync(service);
        Assert.Equal(
            HttpStatusCode.OK,
            (await cohort.PutRulesAsync("""{"choice":{"pairs":1,"floorAtLeast":4000,"prefer":"highest-total"}}""")).Status);
        var proposal = await cohort.ProposeAsync();
        Assert.Equal(
            "Eve Elm", Assert.Single(proposal.GetProperty("pairs").EnumerateArray()).GetProperty("mentee").GetProperty("name").GetString());
        Assert.Equal(
            """{"pairs":1,"floorAtLeast":4000,"prefer":"highest-total"}""",
            proposal.GetProperty("rules").GetProperty("choice").GetRawText());
    }

    [Theory]
    [InlineData("""{"pins":[{"mentor":"ANN","mentee":"GIL"}]}""", "/pins/0", "same team")]
    [InlineData("""{"pins":[{"mentor":"EVE","mentee":"ANN"}]}""", "/pins/0", "sides")]
    [InlineData("""{"pins":[{"mentor":"ANN","mentee":"EVE"},{"mentor":"ANN","mentee":"FAY"}]}""", "/pins", "has room for 1")]
    [InlineData("""{"pins":[{"mentor":"ANN","mentee":"EVE"},{"mentor":"ANN","mentee":"EVE"}]}""", "/pins/1", "pinned twice")]
    [InlineData(
        """{"pins":[{"mentor":"ANN","mentee":"EVE"}],"forbids":[{"mentor":"ANN","mentee":"EVE"}]}""", "/pins/0", "ruled this pair out")]
    [InlineData("""{"pins":[{"mentor":"nobody","mentee":"EVE"}]}""", "/pins/0", "Nobody in this cohort")]
    [InlineData("""{"forbids":[{"mentor":"nobody","mentee":"EVE"}]}""", "/forbids/0", "Nobody in this cohort")]
    [InlineData("""{"weights":{"topics":-1}}""", "/weights/topics", "from 0 to 100")]
    [InlineData("""{"weights":{"topics":"3"}}""", "/weights/topics", "without quotes")]
    [InlineData("""{"weights":{"topics":1e999}}""", "/weights/topics", "from 0 to 100")]
    [InlineData("""{"weights":{"topics":"NaN"}}""", "/weights/topics", "without quotes")]
    [InlineData("""{"weights":{"difference":1}}""", "/weights/difference", "does not weigh")]
    [InlineData("""{"weights":[1]}""", "/weights", "JSON object")]
    [InlineData("""{"choice":{"pairs":0}}""", "/choice/pairs", "whole number")]
    [InlineData("""{"pinned":[]}""", "/pinned", "no such field")]
    public async Task Rules_that_cannot_hold_are_told_at_their_place_and_nothing_changes(string json, string place, string sentence)
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.ProposedAsync(service);
        foreach (var name in new[] { "ann", "eve", "fay", "gil" })
        {
            json = json.Replace(name.ToUpperInvariant(), await cohort.IdOfAsync($"{name}@example.org"), StringComparison.Ordinal);
        }

        var before = service.Documents;
        var reply = await cohort.PutRulesAsync(json);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Contains(reply.Json.GetProperty("errors").EnumerateArray(), e =>
            e.GetProperty("pointer").GetString() == place
                && e.GetProperty("detail").GetString()!.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task Not_a_number_is_not_JSON_and_a_stale_version_of_the_rules_is_refused()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.ProposedAsync(service);
        Assert.Equal(HttpStatusCode.BadRequest, (await cohort.PutRulesAsync("""{"weights":{"topics":NaN}}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await cohort.PutRulesAsync("""{"version":0,"weights":{"topics":1}}""")).Status);
        var before = service.Documents;
        Assert.Equal(HttpStatusCode.Conflict, (await cohort.PutRulesAsync("""{"version":0,"weights":{"topics":2}}""")).Status);
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task Too_late_and_with_an_empty_side_there_is_no_proposal_and_nothing_changes()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.EnrollingAsync(service);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Api.TellAsync($"{FirmCohort.Matching}/proposal", null)).Status);
        Assert.Equal(5, (await service.Api.AskAsync($"{FirmCohort.Matching}/readiness")).Json.GetProperty("notAnswered").GetInt32());
        await cohort.AnswerAsync("ann@example.org", "invitation", Forms.Portrait("Ann Ashe"));
        await service.RunToAsync("2023-02-27T16:30Z");
        var before = service.Documents;
        var empty = await service.Api.TellAsync($"{FirmCohort.Matching}/proposal", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("no reverse mentee", empty.Text, StringComparison.Ordinal);
        Assert.Equal(before, service.Documents);
        await service.RunToAsync("2023-08-03T12:00Z");
        before = service.Documents;
        var late = await service.Api.TellAsync($"{FirmCohort.Matching}/proposal", null);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("too late to match again", late.Text, StringComparison.Ordinal);
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task After_a_withdrawal_a_new_proposal_changes_the_fewest_released_pairs()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.AskedAsync(service);
        Assert.Equal(["ann eve", "ben fay"], await cohort.PairsAsync());
        await cohort.ChooseAsync("gil@example.org", "wait", "not-matched");
        await cohort.WithdrawAsync("fay@example.org", "introduction");
        var proposal = await cohort.ProposeAsync();
        Assert.Equal(["Ann Ashe True", "Ben Bly False"], proposal.GetProperty("pairs").EnumerateArray().Select(
            p => $"{p.GetProperty("mentor").GetProperty("name").GetString()} {p.GetProperty("kept").GetBoolean()}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(["ann eve"], await cohort.PairsAsync());
        await cohort.ReleaseAsync(2);
        Assert.Equal(["ann eve", "ben gil"], await cohort.PairsAsync());
        Assert.Equal(["introduction"], await cohort.GotAsync("ann@example.org"));
        Assert.Equal(["introduction", "introduction", "partner-withdrew"], await cohort.GotAsync("ben@example.org"));
    }
}
