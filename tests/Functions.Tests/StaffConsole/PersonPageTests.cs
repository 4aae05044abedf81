using System.Net;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.StaffConsole;

public sealed class PersonPageTests
{
    [Fact]
    public async Task An_address_is_put_right_and_what_was_done_is_kept_with_who_did_it()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        using var browser = await StaffBrowser.SignedInAsync(service, "coordinator@example.org");

        var wrong = await browser.PressAsync(PathOf(person.Id), ("do", "correct"), ("email", "uma at home"), ("reason", "A slip."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("uma at home", wrong.Document.QuerySelector("#field-email")!.GetAttribute("value"));
        var right = await browser.PressAsync(
            PathOf(person.Id), ("do", "correct"), ("email", "uma.home@example.org"), ("reason", "A slip."));

        Assert.Contains("The address is corrected", right.Text, StringComparison.Ordinal);
        Assert.Equal(person.Id, (await cohort.PersonAsync("uma.home@example.org")).Id);
        var entry = Assert.Single(await service.Store.ListAsync<AuditEntry>(JudicialCohort.Id, AuditEntry.DocumentKind, default)).Value;
        Assert.Equal(
            ("address-corrected", "coordinator@example.org", person.Id, "A slip."), (entry.Deed, entry.By, entry.AboutId, entry.Reason));
    }

    [Fact]
    public async Task A_fresh_link_and_an_email_once_more_are_sent_once_each()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        using var browser = await StaffBrowser.OfOwnerAsync(service);

        await browser.PressAsync(PathOf(person.Id), ("do", "fresh-link"));
        await browser.PressAsync(PathOf(person.Id), ("do", "fresh-link"));
        var invitation = (await cohort.SentAsync("invitation")).First(m => m.PersonId == person.Id);
        await browser.PressAsync(PathOf(person.Id), ("do", "again"), ("mail", invitation.Id));
        await service.SettleAsync();

        Assert.Single(await cohort.SentAsync("fresh-link"));
        Assert.Equal(2, (await cohort.SentAsync("invitation")).Count(m => m.PersonId == person.Id));
    }

    [Fact]
    public async Task Another_persons_email_can_not_be_sent_to_this_one()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var (one, other) = (await cohort.PersonAsync("uma.jessop@example.org"), await cohort.PersonAsync("zora.dunmore@example.org"));
        using var browser = await StaffBrowser.OfOwnerAsync(service);
        var theirs = (await cohort.SentAsync("invitation")).First(m => m.PersonId == other.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PressAsync(PathOf(one.Id), ("do", "again"), ("mail", theirs.Id))).Status);
    }

    [Fact]
    public async Task Somebody_who_declined_by_telephone_is_thanked_and_erased_and_only_while_they_have_not_answered()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var (silent, answered) = (await cohort.PersonAsync("uma.jessop@example.org"), await cohort.PersonAsync("zora.dunmore@example.org"));
        await cohort.AnswerAsync(answered, "invitation", Forms.Portrait(answered.Name));
        using var browser = await StaffBrowser.OfOwnerAsync(service);

        Assert.DoesNotContain("Decline for", (await browser.GetAsync(PathOf(answered.Id))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PressAsync(PathOf(answered.Id), ("do", "decline"))).Status);
        var done = await browser.PressAsync(PathOf(silent.Id), ("do", "decline"));
        Assert.Contains("They are thanked, and their data is erased.", done.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.DoesNotContain(await cohort.PeopleAsync(), p => p.Id == silent.Id);
        Assert.Equal(silent.Id, Assert.Single(await cohort.SentAsync("decline-receipt")).PersonId);
    }

    [Fact]
    public async Task Taking_somebody_off_shows_what_follows_and_needs_a_reason()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        using var browser = await StaffBrowser.OfOwnerAsync(service);

        var asked = await browser.PressAsync(PathOf(person.Id), ("do", "ask-remove"));
        Assert.Contains("It cannot be taken back", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PressAsync(PathOf(person.Id), ("do", "remove"))).Status);
        await browser.PressAsync(PathOf(person.Id), ("do", "remove"), ("reason", "Changed firms."));
        await service.SettleAsync();

        Assert.DoesNotContain(await cohort.PeopleAsync(), p => p.Id == person.Id);
    }

    private static string PathOf(string person) => $"console/cohorts/{JudicialCohort.Id}/people/{person}";
}
