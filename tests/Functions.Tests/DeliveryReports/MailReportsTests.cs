using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Adapters.Acs;
using ReverseMentoring.Functions.Adapters.EventGrid;
using ReverseMentoring.Functions.Tests.Hostile;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.DeliveryReports;

public sealed class MailReportsTests : IDisposable
{
    private readonly EventGrid _grid = new();

    [Theory]
    [InlineData("Delivered", DeliveryResult.Delivered, false)]
    [InlineData("Expanded", DeliveryResult.Delivered, false)]
    [InlineData("Bounced", DeliveryResult.Bounced, true)]
    [InlineData("Quarantined", DeliveryResult.Quarantined, true)]
    [InlineData("FilteredSpam", DeliveryResult.FilteredSpam, true)]
    [InlineData("Failed", DeliveryResult.Failed, true)]
    public async Task A_report_moves_the_outbox_record_and_the_coordinator_hears_once_of_what_did_not_arrive(
        string status, DeliveryResult result, bool told)
    {
        await using var service = await _grid.ServiceAsync();
        var (cohort, person, mail) = await InvitedAsync(service);
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _grid.PostAsync(service, EventGrid.Report(IdOf(mail), status))).Status);
            await service.SettleAsync();
        }

        Assert.Equal(result, (await MailAsync(service, mail.Id)).Delivery);
        var notices = await cohort.SentAsync("undelivered");
        Assert.Equal(told ? 1 : 0, notices.Count);
        var shown = await cohort.StatusAsync();
        Assert.Equal(
            told ? [person.Id] : [], shown.GetProperty("undelivered").EnumerateArray().Select(u => u.GetProperty("personId").GetString()));
        Assert.Equal(told ? 0 : 1, shown.GetProperty("counts").GetProperty("emailsDelivered").GetInt32());
        if (told)
        {
            var email = await cohort.EmailAsync(OutboxMail.CoordinatorId, "undelivered");
            Assert.Contains(person.Name, email.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Name, email.Subject, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_suppressed_address_is_not_tried_again_until_it_is_corrected()
    {
        await using var service = await _grid.ServiceAsync();
        var (cohort, person, mail) = await InvitedAsync(service);
        var oldLink = await cohort.LinkAsync(person, "invitation");
        await _grid.PostAsync(service, EventGrid.Report(IdOf(mail), "Suppressed"));
        await service.RunToAsync("2023-02-17T16:30Z");
        Assert.Equal(23, (await cohort.SentAsync("portrait-reminder")).Count);
        Assert.Equal(person.Id, Assert.Single((await cohort.StatusAsync()).GetProperty("suppressed").EnumerateArray()).GetString());
        Assert.Equal(
            "mail to this address is suppressed",
            (await MailAsync(service, OutboxMail.IdOf("portrait-reminder-20230217", "portrait-reminder", person.Id))).Reason);

        var corrected = await CorrectAsync(service, person.Id, """{"email":"moved@example.org","reason":"She has moved."}""");
        Assert.Equal(HttpStatusCode.OK, corrected.Status);
        await service.SettleAsync();
        Assert.Equal("moved@example.org", (await cohort.EmailAsync(person.Id, "invitation")).To);
        Assert.Empty(await cohort.SentAsync("fresh-link"));
        Assert.Contains("cannot open", (await service.Browser.AskAsync(oldLink)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "pen portrait", (await service.Browser.AskAsync(await cohort.LinkAsync(person, "invitation"))).Text, StringComparison.Ordinal);
        await _grid.PostAsync(service, EventGrid.Report(IdOf(mail), "Suppressed", "2023-01-31T10:00:00Z"));
        Assert.Null((await cohort.PersonAsync("moved@example.org")).SuppressedAt);
        await service.RunToAsync("2023-02-23T16:30Z");
        Assert.Equal(24, (await cohort.SentAsync("portrait-reminder")).Count(m => m.StepId == "portrait-reminder-20230223"));
    }

    [Fact]
    public async Task The_coordinators_own_suppressed_address_stands_in_the_status_and_can_be_corrected()
    {
        await using var service = await _grid.ServiceAsync();
        var cohort = await JudicialCohort.ProposedAsync(service);
        var mail = Assert.Single(await cohort.SentAsync("matches-proposed"));
        await _grid.PostAsync(service, EventGrid.Report(IdOf(mail), "Suppressed"));
        Assert.Equal(
            OutboxMail.CoordinatorId, Assert.Single((await cohort.StatusAsync()).GetProperty("suppressed").EnumerateArray()).GetString());
        await service.RunToAsync("2023-03-07T18:00Z");
        Assert.Empty(await cohort.SentAsync("release-reminder"));
        Assert.Equal(
            HttpStatusCode.OK,
            (await CorrectAsync(service, "coordinator", """{"email":"successor@example.org","reason":"Handed over."}""")).Status);
        await service.SettleAsync();
        Assert.Equal("successor@example.org", (await cohort.EmailAsync(OutboxMail.CoordinatorId, "matches-proposed")).To);
        await service.RunToAsync("2023-03-09T18:00Z");
        Assert.NotEmpty(await cohort.SentAsync("release-reminder"));
        Assert.Equal("successor@example.org", (await cohort.EmailAsync(OutboxMail.CoordinatorId, "release-reminder")).To);
    }

    [Fact]
    public async Task A_report_about_an_unknown_message_is_asked_for_again_and_the_known_ones_beside_it_count()
    {
        await using var service = await _grid.ServiceAsync();
        var (_, _, mail) = await InvitedAsync(service);
        var both = $"[{EventGrid.Report(IdOf(mail), "Delivered")[1..^1]},{EventGrid.Report(Guid.Empty.ToString(), "Bounced")[1..^1]}]";
        Assert.Equal(HttpStatusCode.NotFound, (await _grid.PostAsync(service, both)).Status);
        Assert.Equal(DeliveryResult.Delivered, (await MailAsync(service, mail.Id)).Delivery);
    }

    [Fact]
    public void Whatever_is_posted_reading_it_fails_in_no_other_way_than_being_no_events()
    {
        var bodies = new HostileBodies(new Random(7), EventGrid.Report("m-1", "Bounced"));
        var refused = Enumerable.Range(0, 3000).Count(_ => EventGridReports.Read(bodies.Next("application/json").Body) is null);
        Assert.InRange(refused, 1000, 2999);
        Assert.Equal(["NewStatus"], EventGridReports.Read(Encoding.UTF8.GetBytes(EventGrid.Report("m-1", "NewStatus")))!.Unknown);
    }

    public void Dispose() => _grid.Dispose();

    private static async Task<(JudicialCohort Cohort, Person Person, OutboxMail Mail)> InvitedAsync(TestService service)
    {
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var person = (await cohort.PeopleAsync())[0];
        return (cohort, person, (await cohort.SentAsync("invitation")).First(m => m.PersonId == person.Id));
    }

    private static string IdOf(OutboxMail mail) => AcsEmailSender.OperationIdOf($"{mail.CohortId}-{mail.Id}").ToString();

    private static async Task<OutboxMail> MailAsync(TestService service, string id) =>
        (await service.Store.FindAsync<OutboxMail>(JudicialCohort.Id, id, default))!.Value;

    private static Task<Reply> CorrectAsync(TestService service, string person, string json) =>
        service.Api.SendToAsync(
            HttpMethod.Put,
            $"api/cohorts/{JudicialCohort.Id}/people/{person}/address",
            new StringContent(json, Encoding.UTF8, "application/json"));
}
