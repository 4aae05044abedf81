using System.Net;
using ReverseMentoring.Domain.Agreements;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Tests.Rendering;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>The agreement of a pair: both propose, both sign, and it is changed by both only (T7, J5).</summary>
public sealed class AgreementTests
{
    [Fact]
    public async Task One_puts_it_forward_the_other_reads_and_signs_it_and_then_it_holds()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee) = await PairAsync(service);
        var sent = await service.Browser.SubmitAsync(await FromMineAsync(service, cohort, mentor), Terms("Hear how a list feels."));
        Assert.Contains("Your partner has not signed the same yet", sent.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Equal(mentee.Id, Assert.Single(await cohort.SentAsync("agreement-proposed")).PersonId);
        Assert.Null(await InForceAsync(service, cohort, mentor));

        // Whoever merely has the link reads nothing of it.
        var link = await cohort.LinkAsync(mentee, "agreement-proposed");
        Assert.DoesNotContain("Hear how a list feels.", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        var read = await service.Browser.SubmitAsync(link + "?change=yes", Forms.Address(mentee.Email));
        Assert.Contains("Hear how a list feels.", read.Text, StringComparison.Ordinal);
        await SignAsync(service, link, mentee, "Hear how a list feels.");
        await service.SettleAsync();
        Assert.Equal(
            new[] { mentor.Id, mentee.Id }.Order(), (await cohort.SentAsync("agreement-made")).Select(m => m.PersonId).Order());
        Assert.Equal("Hear how a list feels.", (await InForceAsync(service, cohort, mentor))!.Goals);
        Assert.Equal(await InForceAsync(service, cohort, mentor), await InForceAsync(service, cohort, mentee));
    }

    [Fact]
    public async Task A_change_by_one_leaves_what_both_had_signed_in_force_until_both_sign_the_new()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee) = await PairAsync(service);
        await SignAsync(service, await FromMineAsync(service, cohort, mentor), mentor, "First");
        await SignAsync(service, await FromMineAsync(service, cohort, mentee), mentee, "First");
        await SignAsync(service, await FromMineAsync(service, cohort, mentee), mentee, "Second");
        Assert.Equal("First", (await InForceAsync(service, cohort, mentor))!.Goals);
        Assert.Equal("First", (await InForceAsync(service, cohort, mentee))!.Goals);
        await SignAsync(service, await FromMineAsync(service, cohort, mentor), mentor, "Second");
        Assert.Equal("Second", (await InForceAsync(service, cohort, mentee))!.Goals);
    }

    [Fact]
    public async Task What_is_missing_is_told_at_its_place_and_nothing_is_sent()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, _) = await PairAsync(service);
        var reply = await service.Browser.SubmitAsync(
            await FromMineAsync(service, cohort, mentor), new Dictionary<string, string> { ["goals"] = "Only this" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.All(
            new[] { "Please write how you meet.", "or that nothing is.", "Please choose what may be shared." },
            sentence => Assert.Contains(sentence, reply.Text, StringComparison.Ordinal));
        Assert.Contains("Only this", reply.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Empty(await cohort.SentAsync("agreement-proposed"));
    }

    [Fact]
    public async Task Each_side_goes_with_its_person_and_no_page_of_the_console_has_it()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor, mentee) = await PairAsync(service);
        await SignAsync(service, await FromMineAsync(service, cohort, mentor), mentor, "Only between us two");
        using var owner = await StaffConsole.StaffBrowser.OfOwnerAsync(service);
        var pair = await cohort.PairOfAsync(mentor.Id);
        foreach (var path in new[] { "", "/pairs", $"/pairs/{pair.Id}", "/audit", $"/people/{mentor.Id}" })
        {
            Assert.DoesNotContain(
                "Only between us two", (await owner.GetAsync($"console/cohorts/{JudicialCohort.Id}{path}")).Html, StringComparison.Ordinal);
        }

        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(mentor, "session-opening"), Forms.Withdrawal(mentor.Email));
        await service.SettleAsync();
        Assert.DoesNotContain("Only between us two", string.Join('\n', service.Documents.Values), StringComparison.Ordinal);
        var late = await service.Browser.AskAsync(await cohort.LinkAsync(mentee, "agreement-proposed"));
        Assert.DoesNotContain("Only between us two", late.Text, StringComparison.Ordinal);
    }

    private static Task<Reply> SignAsync(TestService service, string link, Person person, string goals) =>
        service.Browser.SubmitAsync(link, new Dictionary<string, string>(Terms(goals)) { ["address"] = person.Email });

    private static Dictionary<string, string> Terms(string goals) => new(StringComparer.Ordinal)
    {
        ["goals"] = goals,
        ["rhythm"] = "Monthly, an hour, not in chambers.",
        ["boundaries"] = "No case that either of us has before them.",
        ["sharing"] = "themes",
    };

    /// <summary>The way to the agreement from "Your mentoring".</summary>
    private static async Task<string> FromMineAsync(TestService service, JudicialCohort cohort, Person person)
    {
        await service.SettleAsync();
        var mine = await service.Browser.SubmitAsync(
            await cohort.LinkAsync(person, "session-opening") + "?mine=yes", Forms.Address(person.Email));
        var link = Templates.Parse(mine.Text).QuerySelectorAll("a").First(a => a.TextContent == "Write or read your agreement");
        return JudicialCohort.PathOf(link.GetAttribute("href")!);
    }

    private static async Task<AgreementTerms?> InForceAsync(TestService service, JudicialCohort cohort, Person person)
    {
        var pair = await cohort.PairOfAsync(person.Id);
        return (await service.Store.FindAsync<Agreement>(JudicialCohort.Id, Agreement.IdOf(pair.Id, person.Id), default))?.Value.InForce;
    }

    private static async Task<(JudicialCohort Cohort, Person Mentor, Person Mentee)> PairAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-04-04T08:30Z");
        var people = await cohort.PeopleAsync();
        var mentor = people.First(p => p.IsMentor);
        var pair = await cohort.PairOfAsync(mentor.Id);
        return (cohort, mentor, people.First(p => p.Id == pair.MenteeId));
    }
}
