using System.Net;
using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Matching;

public sealed partial class ConsentTests
{
    [Fact]
    public async Task With_mentor_first_only_the_mentors_hear_of_a_match_until_they_agree_and_the_introduction_waits_for_both()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.AskedAsync(service);
        Assert.Equal(["match-offer"], await cohort.GotAsync("ann@example.org"));
        Assert.Empty(await cohort.GotAsync("eve@example.org"));
        await cohort.ChooseAsync("ann@example.org", "agree");
        Assert.Equal(["match-offer"], await cohort.GotAsync("eve@example.org"));
        Assert.Empty(await cohort.PairsAsync());
        await cohort.ChooseAsync("eve@example.org", "agree");
        Assert.Equal(["ann eve"], await cohort.PairsAsync());
        Assert.Equal(["introduction", "match-offer"], await cohort.GotAsync("ann@example.org"));
    }

    [Fact]
    public async Task The_card_shows_who_it_would_be_and_nothing_by_which_they_could_be_reached()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.AskedAsync(service);
        var card = await cohort.TextAsync("ann@example.org", "match-offer");
        Assert.Contains("Eve Elm", card, StringComparison.Ordinal);
        Assert.DoesNotContain("eve@example.org", card, StringComparison.Ordinal);
        Assert.DoesNotContain("by email, in the evening", card, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Eve",
            (await service.Browser.AskAsync(await cohort.LinkAsync("ann@example.org", "match-offer"))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_reverse_mentor_declined_hears_at_the_same_time_and_in_the_same_words_as_whoever_was_left_over()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.AskedAsync(service);
        await cohort.ChooseAsync("ann@example.org", "decline-and-wait");
        Assert.Empty(await cohort.GotAsync("eve@example.org"));
        await cohort.ChooseAsync("ben@example.org", "agree");
        await cohort.ChooseAsync("fay@example.org", "agree");
        await service.RunToAsync("2023-03-13T16:40Z");
        Assert.Equal(await cohort.GotAsync("gil@example.org"), await cohort.GotAsync("eve@example.org"));
        Assert.Equal(["not-matched"], await cohort.GotAsync("eve@example.org"));
        Assert.Equal(
            Alike(await cohort.TextAsync("gil@example.org", "not-matched"), "Gil Gow", "gil"),
            Alike(await cohort.TextAsync("eve@example.org", "not-matched"), "Eve Elm", "eve"));
        Assert.Equal(["match-offer"], await cohort.GotAsync("ann@example.org"));
    }

    [Theory]
    [InlineData("decline-and-wait")]
    [InlineData("decline-and-stop")]
    [InlineData("no answer")]
    [InlineData("withdraw")]
    public async Task To_the_other_a_decline_reads_like_any_other_end_in_the_email_and_on_the_page(string cause)
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.Both);
        var cohort = await FirmCohort.AskedAsync(service);
        await cohort.ChooseAsync("ann@example.org", "agree");
        switch (cause)
        {
            case "no answer":
                await service.RunToAsync("2023-03-06T16:40Z");
                break;
            case "withdraw":
                await cohort.WithdrawAsync("eve@example.org", "match-offer");
                break;
            default:
                await cohort.ChooseAsync("eve@example.org", cause);
                await service.RunToAsync("2023-03-06T16:40Z");
                break;
        }

        Assert.Equal(["match-not-available", "match-offer"], await cohort.GotAsync("ann@example.org"));
        var email = Alike(await cohort.TextAsync("ann@example.org", "match-not-available"), "Ann Ashe", "ann");
        foreach (var telling in new[] { "declin", "agree", "withdr", "answered", "Elm" })
        {
            Assert.DoesNotContain(telling, email, StringComparison.OrdinalIgnoreCase);
        }

        var page = await service.Browser.AskAsync(await cohort.LinkAsync("ann@example.org", "match-offer"));
        Assert.Contains("This match is not available.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("declin|Elm|2023 at", page.Text);
        Assert.Equal(page.Text, (await service.Browser.AskAsync(await cohort.LinkAsync("ann@example.org", "match-offer"))).Text);
        Assert.Equal(HttpStatusCode.Conflict, (await cohort.ChooseAsync("ann@example.org", "agree")).Status);
    }

    [Fact]
    public async Task The_coordinator_reads_not_available_and_never_who_declined()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.Both);
        var cohort = await FirmCohort.AskedAsync(service);
        await cohort.ChooseAsync("ann@example.org", "agree");
        await cohort.ChooseAsync("eve@example.org", "decline-and-wait");
        await service.RunToAsync("2023-03-06T16:40Z");
        var (ann, eve) = (await cohort.IdOfAsync("ann@example.org"), await cohort.IdOfAsync("eve@example.org"));
        foreach (var shown in new[] { await service.Api.AskAsync(
            FirmCohort.Matching), await service.Api.AskAsync($"{FirmCohort.Matching}/why-not?mentor={ann}&mentee={eve}") })
        {
            Assert.Contains("not-available", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("declin", shown.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task When_the_time_to_answer_is_over_the_coordinator_is_told_and_nobody_is_introduced()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.AskedAsync(service);
        await service.RunToAsync("2023-03-06T16:45Z");
        Assert.Equal(HttpStatusCode.Conflict, (await cohort.ChooseAsync("ann@example.org", "agree")).Status);
        await service.RunToAsync("2023-03-13T16:20Z");
        Assert.DoesNotContain("consent-closed", await cohort.GotAsync(OutboxMail.CoordinatorId));
        await service.RunToAsync("2023-03-13T16:45Z");
        Assert.Contains("consent-closed", await cohort.GotAsync(OutboxMail.CoordinatorId));
        Assert.Empty(await cohort.PairsAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await cohort.ChooseAsync("ann@example.org", "agree")).Status);
    }

    [Fact]
    public async Task The_next_solve_keeps_the_pairs_there_are_considers_who_waits_and_does_not_make_the_same_match_again()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.MentorFirst);
        var cohort = await FirmCohort.AskedAsync(service);
        await cohort.ChooseAsync("ben@example.org", "agree");
        await cohort.ChooseAsync("fay@example.org", "agree");
        await cohort.ChooseAsync("ann@example.org", "decline-and-wait");
        await service.RunToAsync("2023-03-13T16:40Z");
        await cohort.ChooseAsync("eve@example.org", "wait", "not-matched");
        var alone = await cohort.ProposeAsync();
        Assert.Equal(["Ben Bly True"], alone.GetProperty("pairs").EnumerateArray()
            .Select(p => $"{p.GetProperty("mentor").GetProperty("name").GetString()} {p.GetProperty("kept").GetBoolean()}"));
        var gil = await service.Browser.AskAsync(await cohort.LinkAsync("gil@example.org", "not-matched"));
        Assert.Contains("Keep me on the waiting list", gil.Text, StringComparison.Ordinal);
        await cohort.ChooseAsync("gil@example.org", "stop", "not-matched");
        Assert.Single((await cohort.ProposeAsync()).GetProperty("pairs").EnumerateArray());
        Assert.Equal(["ben fay"], await cohort.PairsAsync());
    }

    [Fact]
    public async Task An_answer_needs_a_choice_a_get_changes_nothing_and_posting_twice_gives_the_same_receipt()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.Both);
        var cohort = await FirmCohort.AskedAsync(service);
        var link = await cohort.LinkAsync("ann@example.org", "match-offer");
        var before = service.Documents;
        var form = await service.Browser.AskAsync(link);
        Assert.DoesNotContain(" checked", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", form.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await service.Browser.SubmitAsync(link, new Dictionary<string, string>())).Status);
        Assert.Equal(before, service.Documents);
        await cohort.ChooseAsync("eve@example.org", "agree");
        var first = await cohort.ChooseAsync("ann@example.org", "agree");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        var again = await cohort.ChooseAsync("ann@example.org", "agree");
        Assert.Equal(Recorded().Match(first.Text).Value, Recorded().Match(again.Text).Value);
        Assert.NotEmpty(Recorded().Match(again.Text).Value);
        Assert.Single(await cohort.GotAsync("ann@example.org"), t => t == "introduction");
    }

    [Fact]
    public async Task Why_this_match_is_told_only_to_who_confirms_their_address_and_names_no_matching_secret()
    {
        await using var service = await FirmCohort.ServiceAsync(ConsentMode.None);
        var cohort = await FirmCohort.AskedAsync(service);
        var link = await cohort.LinkAsync("ann@example.org", "introduction");
        const string Reason = "You named topics or goals in common.";
        Assert.DoesNotContain(Reason, (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Reason, (await service.Browser.SubmitAsync(link, Forms.Address("eve@example.org"))).Text, StringComparison.Ordinal);
        var told = (await service.Browser.SubmitAsync(link, Forms.Address("ann@example.org"))).Text;
        Assert.Contains(Reason, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody from my old chambers", told, StringComparison.Ordinal);
        Assert.DoesNotContain("wellbeing", told, StringComparison.Ordinal);
    }

    /// <summary>
    /// Two people's emails of one kind with what must differ taken out: name, address, link, message id and the boundary between parts.
    /// </summary>
    private static string Alike(string raw, string name, string user) => Varying().Replace(
        raw[raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].Replace(name, "NAME", StringComparison.Ordinal)
            .Replace($"{user}@example.org", "ADDRESS", StringComparison.Ordinal), "X");

    [GeneratedRegex(@"--[-=_A-Za-z0-9""]{10,}|https?://\S+?/r/[^\s""<]+|p-[a-z0-9]{8}", RegexOptions.None, 1000)]
    private static partial Regex Varying();

    [GeneratedRegex("Recorded on [^<]+", RegexOptions.None, 1000)]
    private static partial Regex Recorded();
}
