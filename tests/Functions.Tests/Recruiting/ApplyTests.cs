using System.Net;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Recruiting;

// Over 200 lines because each way to apply, and each way to misuse it, is tried here.
/// <summary>
/// Anybody may apply to a cohort that is open for it, and nothing counts until they have opened the link in their email (N12, T1).
/// </summary>
public sealed class ApplyTests
{
    private const string Uma = "uma.harcourt@example.org";

    [Fact]
    public async Task The_page_says_what_each_role_is_and_asks_for_and_by_its_address_one_comes_first()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        var page = await service.Browser.AskAsync(Applying.Page + "?role=reverse-mentee");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("You are a salaried judge and ask for this yourself", page.Text, StringComparison.Ordinal);
        Assert.True(page.Text.IndexOf("With a reverse mentor", StringComparison.Ordinal)
            < page.Text.IndexOf("As a reverse mentor", StringComparison.Ordinal));
        Assert.Contains("value=\"reverse-mentee\" checked", page.Text, StringComparison.Ordinal);
        Assert.Contains("If you cannot give that time", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_counts_before_the_link_in_the_email_is_used_and_nobody_is_shown_it()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await service.Browser.SubmitAsync(Applying.Page, Applying.Form("Uma Harcourt", Uma));
        await service.SettleAsync();
        Assert.Empty((await service.Api.AskAsync(Applying.Queue)).Json.GetProperty("waiting").EnumerateArray());
        var link = Applying.Link(service, Uma);
        Assert.DoesNotContain("What Uma Harcourt hopes for", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await Applying.StoredAsync(service)).ConfirmedAt);

        await service.Browser.SubmitAsync(link, new Dictionary<string, string> { ["do"] = "confirm" });
        var waiting = Assert.Single((await service.Api.AskAsync(Applying.Queue)).Json.GetProperty("waiting").EnumerateArray());
        Assert.Equal("What Uma Harcourt hopes for", waiting.GetProperty("why").GetString());
        Assert.DoesNotContain("Female", waiting.GetRawText(), StringComparison.Ordinal);

        // The address stood in the outbox until the email had left.
        Assert.All(await Applying.MailsAsync(service, "application-confirm"), m => Assert.Null(m.Departed));
    }

    [Fact]
    public async Task An_application_that_nobody_confirms_is_gone_after_seven_days()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await service.Browser.SubmitAsync(Applying.Page, Applying.Form("Uma Harcourt", Uma));
        await service.SettleAsync();
        var link = Applying.Link(service, Uma);
        await service.RunToAsync("2023-01-30T11:00Z");
        Assert.Empty(await Applying.StoredAsync(service));
        Assert.Contains("There is nothing more here", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "", "Please give your name")]
    [InlineData("name", "Win at evil.example", "a name alone")]
    [InlineData("name", "see https://evil", "a name alone")]
    [InlineData("email", "not an address", "one email address")]
    [InlineData("email", "two@example.org, three@example.org", "one email address")]
    [InlineData("wish", "queen", "Please choose one")]
    [InlineData("why", "", "Please write a sentence or two")]
    [InlineData("ready", "", "Please tick this")]
    public async Task What_is_wrong_is_said_at_its_place_and_nothing_is_kept_or_sent(string field, string typed, string sentence)
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        var form = Applying.Form("Uma Harcourt", Uma);
        form[field] = typed;
        var refused = await service.Browser.SubmitAsync(Applying.Page, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text, StringComparison.Ordinal);
        Assert.Contains("Northmoor Chambers", refused.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Empty(await Applying.StoredAsync(service));
        Assert.Empty(await Applying.MailsAsync(service, "application-confirm"));
    }

    [Fact]
    public async Task An_address_is_written_to_once_an_hour_and_the_page_is_the_same_for_both()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        var first = await service.Browser.SubmitAsync(Applying.Page, Applying.Form("Uma Harcourt", Uma));
        var second = await service.Browser.SubmitAsync(Applying.Page, Applying.Form("Uma Harcourt", Uma.ToUpperInvariant()));
        Assert.Equal(first.Status, second.Status);
        Assert.Equal(first.Text.Replace(Uma, "", StringComparison.Ordinal),
            second.Text.Replace(Uma.ToUpperInvariant(), "", StringComparison.Ordinal));
        await service.SettleAsync();
        Assert.Single(await Applying.MailsAsync(service, "application-confirm"));
    }

    [Fact]
    public async Task A_robot_fills_no_more_than_sixty_an_hour_and_then_people_keep_what_they_typed()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        for (var n = 0; n < ApplicationLedger.MostInHour; n++)
        {
            await service.Browser.SubmitAsync(Applying.Page, Applying.Form("A Robot", $"robot{n}@example.org"));
        }

        var refused = await service.Browser.SubmitAsync(Applying.Page, Applying.Form("Uma Harcourt", Uma));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("What Uma Harcourt hopes for", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationLedger.MostInHour, (await Applying.StoredAsync(service)).Count);
    }

    [Fact]
    public async Task What_was_written_is_shown_changed_and_taken_back_only_by_whoever_types_the_address()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        var link = await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        var wrong = await service.Browser.SubmitAsync(link, Forms.Address("else@example.org"));
        Assert.DoesNotContain("What Uma Harcourt hopes for", wrong.Text, StringComparison.Ordinal);
        var shown = await service.Browser.SubmitAsync(link, Forms.Address(Uma));
        Assert.Contains("What Uma Harcourt hopes for", shown.Text, StringComparison.Ordinal);

        var changed = Applying.Form("Uma Harcourt", Uma);
        changed["why"] = "Something better";
        var asked = await service.Browser.SubmitAsync(link, changed);
        Assert.Contains("Something better", asked.Text, StringComparison.Ordinal);
        Assert.NotEqual("Something better", Assert.Single(await Applying.StoredAsync(service)).Why);
        changed["address"] = Uma;
        await service.Browser.SubmitAsync(link, changed);
        Assert.Equal("Something better", Assert.Single(await Applying.StoredAsync(service)).Why);

        await service.Browser.SubmitAsync(link, new Dictionary<string, string> { ["do"] = "withdraw" });
        Assert.Single(await Applying.StoredAsync(service));
        var gone = await service.Browser.SubmitAsync(link, new Dictionary<string, string> { ["do"] = "withdraw", ["address"] = Uma });
        Assert.Contains("Your application is deleted", gone.Text, StringComparison.Ordinal);
        Assert.Empty(await Applying.StoredAsync(service));
        Assert.DoesNotContain(service.Documents.Values, d => d.Contains("Harcourt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_application_from_an_address_takes_the_place_of_the_first()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma);
        await service.RunToAsync("2023-01-23T12:00Z");
        await Applying.ApplyAsync(service, "Uma Harcourt", Uma, "helper");
        Assert.Equal(Wish.Helper, Assert.Single(await Applying.StoredAsync(service)).Wish);
    }

    [Fact]
    public async Task Whoever_is_put_forward_decides_alone_and_hears_who_thought_of_them()
    {
        await using var service = await TestService.StartAsync();
        await Applying.OpenAsync(service);
        var sent = await service.Browser.SubmitAsync(
            Applying.Page + "?nominate",
            new Dictionary<string, string>
            {
                ["by"] = "Ola Birch",
                ["name"] = "Uma Harcourt",
                ["email"] = Uma,
                ["wish"] = "reverse-mentor",
            });
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        await service.SettleAsync();
        Assert.Contains("Ola Birch has put your name forward", Applying.To(service, Uma)[^1].Text, StringComparison.Ordinal);
        var link = Applying.Link(service, Uma);
        Assert.Contains("Ola Birch", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        var faulty = await service.Browser.SubmitAsync(link, new Dictionary<string, string> { ["name"] = "Uma Harcourt" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        Assert.Empty((await service.Api.AskAsync(Applying.Queue)).Json.GetProperty("waiting").EnumerateArray());
        await service.Browser.SubmitAsync(link, Applying.Form("Uma Harcourt", Uma));
        var waiting = Assert.Single((await service.Api.AskAsync(Applying.Queue)).Json.GetProperty("waiting").EnumerateArray());
        Assert.Equal("Ola Birch", waiting.GetProperty("nominatedBy").GetString());
    }

    [Fact]
    public async Task Closed_not_open_and_unknown_cohorts_take_nothing_and_lose_nothing()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var form = Applying.Form("Uma Harcourt", Uma);
        var here = await service.Browser.SubmitAsync(Applying.Page, form);
        var nowhere = await service.Browser.SubmitAsync("apply/no-such-cohort", form);
        Assert.Equal(HttpStatusCode.NotFound, here.Status);
        Assert.Equal(here.Text, nowhere.Text);
        Assert.Contains("What Uma Harcourt hopes for", here.Text, StringComparison.Ordinal);

        await using var open = await TestService.StartAsync();
        await Applying.OpenAsync(open);
        await open.RunToAsync("2023-02-10T17:01Z");
        var late = await open.Browser.SubmitAsync(Applying.Page, form);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("What Uma Harcourt hopes for", late.Text, StringComparison.Ordinal);
        var closed = await open.Browser.AskAsync(Applying.Page);
        Assert.Contains("Applications to this cohort have closed", closed.Text, StringComparison.Ordinal);
    }
}
