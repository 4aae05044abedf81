using System.Net;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Http;

public sealed class DecliningTests
{
    [Fact]
    public async Task Whoever_was_invited_can_say_on_the_forms_page_that_it_is_not_for_them_and_is_forgotten()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        var link = await cohort.LinkAsync(person, "invitation");
        Assert.Contains("href=\"?decline=yes\"", (await service.Browser.AskAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Decline the invitation", (await service.Browser.AskAsync($"{link}?decline=yes")).Text, StringComparison.Ordinal);

        var receipt = await service.Browser.SubmitAsync($"{link}?decline=yes", Typed(person.Email));
        Assert.Contains("Thank you for telling us", receipt.Text, StringComparison.Ordinal);
        await service.SettleAsync();
        Assert.Equal(receipt.Text, (await service.Browser.SubmitAsync($"{link}?decline=yes", Typed(person.Email))).Text);
        Assert.Equal(receipt.Text, (await service.Browser.AskAsync(link)).Text);
        var stored = string.Join('\n', service.Documents.Values);
        Assert.All(["Uma Jessop", "uma.jessop"], gone => Assert.DoesNotContain(gone, stored, StringComparison.OrdinalIgnoreCase));
        var proof = (await service.Store.FindAsync<ErasureProof>(JudicialCohort.Id, ErasureProof.DocumentIdOf(person.Id), default))!.Value;
        Assert.Equal(ErasureReason.Declined, proof.Because);
        Assert.Equal(person.Id, Assert.Single(await cohort.SentAsync("decline-receipt")).PersonId);
        var before = service.Documents;
        await service.Activity<PerformStep>().RunAsync(new StepTicket(JudicialCohort.Id, $"declined-{person.Id}"), default);
        Assert.Equal(before, service.Documents);
        await service.RunToAsync("2023-02-20T12:00Z");
        Assert.DoesNotContain(await cohort.SentAsync("portrait-reminder"), m => m.PersonId == person.Id);
        Assert.NotEmpty(await cohort.SentAsync("portrait-reminder"));
    }

    [Fact]
    public async Task The_coordinator_is_not_told_who_declined()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var sent = (await cohort.StatusAsync()).GetProperty("counts").GetProperty("emailsSent").GetInt32();
        var person = await cohort.PersonAsync("uma.jessop@example.org");
        await service.Browser.SubmitAsync($"{await cohort.LinkAsync(person, "invitation")}?decline=yes", Typed(person.Email));
        await service.SettleAsync();
        var status = await cohort.StatusAsync();
        Assert.Equal(sent, status.GetProperty("counts").GetProperty("emailsSent").GetInt32());
        Assert.DoesNotContain(person.Id, status.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("decline", status.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await cohort.SentAsync("participant-withdrew"));
    }

    [Fact]
    public async Task A_forwarded_email_or_a_mere_click_declines_for_nobody()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var link = await cohort.LinkAsync((await cohort.PeopleAsync())[0], "invitation");
        var before = service.Documents;
        await service.Browser.AskAsync($"{link}?decline=yes");
        foreach (var address in new[] { "", "finder@example.org" })
        {
            var reply = await service.Browser.SubmitAsync($"{link}?decline=yes", Typed(address));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
            Assert.Contains("Nothing has changed.", reply.Text, StringComparison.Ordinal);
        }

        await service.SettleAsync();
        Assert.Equal(before, service.Documents);
    }

    private static Dictionary<string, string> Typed(string address) => new(StringComparer.Ordinal) { ["your_address"] = address };
}
