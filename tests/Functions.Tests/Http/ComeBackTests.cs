using System.Net;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

/// <summary>
/// A scheme that gives a day to come back: whoever has somebody's forwarded email can stop their mail, and erase nothing.
/// </summary>
public sealed class ComeBackTests
{
    private static readonly Dictionary<string, string> Leave = new(StringComparer.Ordinal) { ["choice"] = "withdraw" };
    private static readonly Dictionary<string, string> Stay = new(StringComparer.Ordinal) { ["choice"] = "stay" };

    [Fact]
    public async Task Whoever_presses_leave_behind_a_forwarded_email_erases_nobody_and_the_person_comes_back_to_everything()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await cohort.AnswerAsync(person, "reflection-opening", Forms.Reflection("A thought of mine", "only-me"));
        var partner = (await cohort.PairOfAsync(person.Id)).PartnerOf(person.Id);
        var link = await cohort.WithdrawLinkAsync(person, "session-opening");

        var left = await service.Browser.SubmitAsync(link, Leave);
        await service.SettleAsync();
        Assert.Equal(HttpStatusCode.OK, left.Status);
        Assert.Contains("your data is deleted", left.Text, StringComparison.Ordinal);
        Assert.Equal(left.Text, (await service.Browser.SubmitAsync(link, Leave)).Text);

        // A day less a minute: nothing is sent to them, nobody hears of it, nothing is gone.
        await service.RunToAsync("2023-05-04T08:29Z");
        var back = await cohort.LinkAsync(person, "leaving");
        Assert.Null(await FindAsync<ErasureProof>(service, ErasureProof.DocumentIdOf(person.Id)));
        Assert.Empty((await cohort.SentAsync("partner-withdrew")).Concat(await cohort.SentAsync("participant-withdrew")));
        Assert.DoesNotContain("leaving", (await service.Api.AskAsync(JudicialCohort.StatusPath)).Text, StringComparison.Ordinal);

        var returned = await service.Browser.SubmitAsync(back, Stay);
        Assert.Contains("You are back", returned.Text, StringComparison.Ordinal);
        await service.RunToAsync("2023-05-22T08:30Z");
        var stored = await cohort.PersonAsync(person.Email);
        Assert.True(stored.TakesPart);
        Assert.True((await cohort.PairOfAsync(partner)).IsRunning);
        Assert.Contains("A thought of mine", (await service.Browser.SubmitAsync(
            await cohort.LinkAsync(person, "reflection-opening") + "?read", Forms.Address(person.Email))).Text, StringComparison.Ordinal);
        Assert.Contains(await cohort.SentAsync("session-check"), m => m.PersonId == person.Id && m.Number == 2);
    }

    [Fact]
    public async Task Whoever_does_not_come_back_is_erased_after_a_day_and_only_then_do_others_hear_of_it()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "session-opening"), Leave);
        await service.SettleAsync();

        await service.RunToAsync("2023-05-04T08:31Z");

        Assert.Equal(ErasureReason.Withdrawal, (await FindAsync<ErasureProof>(service, ErasureProof.DocumentIdOf(person.Id)))!.Because);
        Assert.Null(await FindAsync<Person>(service, person.Id));
        Assert.Single(await cohort.SentAsync("partner-withdrew"));
        Assert.Single(await cohort.SentAsync("participant-withdrew"));
    }

    [Fact]
    public async Task Their_owner_can_have_the_data_deleted_at_once_and_the_receipt_stays()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "session-opening"), Leave);
        await service.SettleAsync();
        var link = await cohort.LinkAsync(person, "leaving");

        var receipt = await service.Browser.SubmitAsync(link, Leave);
        await service.SettleAsync();

        Assert.Null(await FindAsync<Person>(service, person.Id));
        Assert.Equal(receipt.Text, (await service.Browser.AskAsync(link)).Text);
    }

    [Fact]
    public async Task Meanwhile_their_other_forms_keep_what_was_typed_and_say_how_to_come_back()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        var reflection = await cohort.LinkAsync(person, "reflection-opening");
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "session-opening"), Leave);
        await service.SettleAsync();

        var refused = await service.Browser.SubmitAsync(reflection, Forms.Reflection("Typed all the same", "only-me"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Typed all the same", refused.Text, StringComparison.Ordinal);
        Assert.Contains("first come back", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_while_a_match_is_proposed_is_not_in_the_next_proposal_and_is_again_once_they_are_back()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");

        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "portrait-receipt"), Leave);
        await service.SettleAsync();
        Assert.DoesNotContain(person.Id, await MatchingAsync(service), StringComparison.Ordinal);
        await service.Browser.SubmitAsync(await cohort.LinkAsync(person, "leaving"), Stay);
        await service.SettleAsync();

        Assert.Contains(person.Id, await MatchingAsync(service), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_back_after_the_time_is_over_says_so_and_changes_nothing()
    {
        await using var service = await ServiceAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(person, "session-opening"), Leave);
        await service.SettleAsync();
        var link = await cohort.LinkAsync(person, "leaving");
        await service.RunToAsync("2023-05-04T09:00Z");

        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.SubmitAsync(link, Stay)).Status);
        Assert.Null(await FindAsync<Person>(service, person.Id));
    }

    [Fact]
    public void At_the_very_moment_it_becomes_final_what_was_written_first_holds()
    {
        var at = new DateTimeOffset(2023, 5, 3, 8, 30, 0, TimeSpan.Zero);
        var leaver = new Person
        {
            CohortId = "c",
            Id = "p",
            Name = "Uma Jessop",
            Email = "uma.jessop@example.org",
            Roles = Roles.ReverseMentor,
            Organisation = "o",
            Rank = "r",
            AddedAt = at,
        }.Leave(at);

        Assert.Equal(at, leaver.Withdraw(at).ComeBack(at).WithdrawnAt);
        Assert.True(leaver.ComeBack(at).TakesPart);
    }

    private static Task<TestService> ServiceAsync() => OtherSchemes.ServiceAsync(scheme => scheme with { Leaving = LeavingProof.Undo });

    private static async Task<T?> FindAsync<T>(TestService service, string id)
        where T : class, Domain.Documents.IDocument =>
        (await service.Store.FindAsync<T>(JudicialCohort.Id, id, default))?.Value;

    private static async Task<string> MatchingAsync(TestService service) =>
        (await service.Api.AskAsync($"api/cohorts/{JudicialCohort.Id}/matching")).Json.GetProperty("pairs").GetRawText();
}
