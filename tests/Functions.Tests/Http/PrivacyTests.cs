using System.Net;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal.People;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class PrivacyTests
{
    private const string Private = "Quokka thoughts for nobody else";
    private const string Shared = "Wombat thoughts for the two of us";

    [Fact]
    public async Task What_was_written_is_shown_only_after_typing_the_address_it_was_written_from()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var author = await cohort.PersonAsync("uma.jessop@example.org");
        await cohort.AnswerAsync(author, "reflection-opening", Forms.Reflection(Private, "only-me"));
        var link = await cohort.LinkAsync(author, "reflection-opening");
        foreach (var wish in new[] { "?change", "?read" })
        {
            var asked = await service.Browser.AskAsync(link + wish);
            Assert.Contains("address", new WebForm(asked.Text).Fields.Select(f => f.Name));
            Assert.DoesNotContain(Private, asked.Text, StringComparison.Ordinal);
            var wrong = await service.Browser.SubmitAsync(link + wish, Forms.Address("zora.dunmore@example.org"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.DoesNotContain(Private, wrong.Text, StringComparison.Ordinal);
            Assert.Contains("zora.dunmore@example.org", wrong.Text, StringComparison.Ordinal);
            Assert.Contains(
                Private, (await service.Browser.SubmitAsync(link + wish, Forms.Address(author.Email))).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_private_reflection_is_on_no_page_and_in_no_answer_for_anybody_else()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var author = await cohort.PersonAsync("uma.jessop@example.org");
        var sharer = await cohort.PersonAsync("carys.farrow@example.org");
        await cohort.AnswerAsync(author, "reflection-opening", Forms.Reflection(Private, "only-me"));
        await cohort.AnswerAsync(sharer, "reflection-opening", Forms.Reflection(Shared, "my-partner"));
        await service.RunToAsync("2023-05-04T12:00Z");
        var seesShared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in await cohort.PeopleAsync())
        {
            var texts = await EverythingShownToAsync(service, cohort, person);
            Assert.True(person.Id == author.Id == texts.Contains(Private, StringComparison.Ordinal), person.Email);
            if (texts.Contains(Shared, StringComparison.Ordinal))
            {
                seesShared.Add(person.Id);
            }
        }

        var pair = await cohort.PairOfAsync(sharer.Id);
        Assert.Equal(new HashSet<string> { pair.MentorId, pair.MenteeId }, seesShared);
        await service.RunToAsync("2023-12-12T12:00Z");
        var office = await EverythingTheOfficeSeesAsync(service);
        Assert.All([Private, Shared], text => Assert.DoesNotContain(text, office, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_withdraws_is_gone_within_the_hour_with_their_links_and_leaves_a_proof()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReflectingAsync(service);
        var leaver = await cohort.PersonAsync("uma.jessop@example.org");
        await cohort.AnswerAsync(leaver, "reflection-opening", Forms.Reflection(Private, "only-me"));
        var reflection = await cohort.LinkAsync(leaver, "reflection-opening");
        var leave = await cohort.WithdrawLinkAsync(leaver, "session-opening");
        var partner = (await cohort.PairOfAsync(leaver.Id)).PartnerOf(leaver.Id);

        var receipt = await service.Browser.SubmitAsync(leave, Forms.Withdrawal(leaver.Email));
        Assert.Equal(HttpStatusCode.OK, receipt.Status);
        await service.SettleAsync();
        await service.RunToAsync("2023-05-03T09:30Z");
        Assert.Equal(receipt.Text, (await service.Browser.SubmitAsync(leave, Forms.Withdrawal(leaver.Email))).Text);
        Assert.Equal(receipt.Text, (await service.Browser.AskAsync(leave)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Browser.AskAsync(reflection)).Status);
        var stored = string.Join('\n', service.Documents.Values);
        Assert.All(["Uma Jessop", "uma.jessop", Private], gone => Assert.DoesNotContain(gone, stored, StringComparison.OrdinalIgnoreCase));
        var proof = (await service.Store.FindAsync<ErasureProof>(JudicialCohort.Id, ErasureProof.DocumentIdOf(leaver.Id), default))!.Value;
        Assert.Equal((ErasureReason.Withdrawal, 1), (proof.Because, proof.Removed["reflection"]));
        Assert.Equal(leaver.Id, Assert.Single(await cohort.SentAsync("withdrawal-receipt")).PersonId);
        Assert.Equal(partner, Assert.Single(await cohort.SentAsync("partner-withdrew")).PersonId);
        Assert.Single(await cohort.SentAsync("participant-withdrew"));
    }

    [Fact]
    public async Task Withdrawing_needs_a_choice_and_staying_changes_nothing()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.WithdrawLinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var before = service.Documents;
        Assert.DoesNotContain(" checked", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await service.Browser.SubmitAsync(link, new Dictionary<string, string>(StringComparer.Ordinal))).Status);
        var stays = await service.Browser.SubmitAsync(link, new Dictionary<string, string>(StringComparer.Ordinal) { ["choice"] = "stay" });
        Assert.Equal(HttpStatusCode.OK, stays.Status);
        await service.SettleAsync();
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task A_forwarded_email_is_not_enough_to_leave_for_somebody_else()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.WithdrawLinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var before = service.Documents;
        foreach (var address in new[] { "", "finder@example.org" })
        {
            var reply = await service.Browser.SubmitAsync(link, Forms.Withdrawal(address));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
            Assert.Contains("Nothing has changed.", reply.Text, StringComparison.Ordinal);
            Assert.Contains("value=\"withdraw\" checked", reply.Text, StringComparison.Ordinal);
        }

        await service.SettleAsync();
        Assert.Equal(before, service.Documents);
    }

    private static async Task<string> EverythingShownToAsync(TestService service, JudicialCohort cohort, Domain.People.Person person)
    {
        var texts = new List<string>();
        var mails = await service.Store.ListAsync<OutboxMail>(JudicialCohort.Id, OutboxMail.SettledKind, default);
        foreach (var template in mails.Where(m => m.Value.PersonId == person.Id && m.Value.State == MailState.Sent)
            .Select(m => m.Value.Template).Distinct())
        {
            foreach (var link in (await cohort.EmailAsync(person.Id, template)).Links.Select(JudicialCohort.PathOf))
            {
                foreach (var wish in new[] { "", "?change", "?read" })
                {
                    texts.Add((await service.Browser.AskAsync(link + wish)).Text);
                    texts.Add((await service.Browser.SubmitAsync(link + wish, Forms.Address(person.Email))).Text);
                }
            }
        }

        var own = Directory.GetFiles(service.Emails)
            .Where(f => Envelope.Open(f).To.Contains(person.Email, StringComparison.OrdinalIgnoreCase));
        return string.Join('\n', texts.Concat(own.Select(File.ReadAllText)));
    }

    private static async Task<string> EverythingTheOfficeSeesAsync(TestService service)
    {
        var texts = new List<string>();
        foreach (var path in new[] { "api/cohorts",
            "api/cohorts/judicial-2023", JudicialCohort.StatusPath, "api/cohorts/judicial-2023/matching",
            "api/cohorts/judicial-2023/report",
                "api/operations/orchestrations", $"api/operations/orchestrations/{JudicialCohort.Instance}" })
        {
            var reply = await service.Admin.AskAsync(path);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            texts.Add(reply.Text);
        }

        var own = Directory.GetFiles(service.Emails)
            .Where(f => Envelope.Open(f).To.Contains("coordinator@example.org", StringComparison.Ordinal));
        return string.Join('\n', texts.Concat(own.Select(File.ReadAllText)));
    }
}
