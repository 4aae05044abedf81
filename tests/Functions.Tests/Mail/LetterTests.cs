using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Adapters.Acs;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Tests.DeliveryReports;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Mail;

/// <summary>What travels as a part of a letter: one email, each link of it good, each part told once.</summary>
public sealed class LetterTests
{
    [Fact]
    public async Task A_reflection_and_an_invitation_come_in_the_letter_of_the_next_session_and_each_link_opens_its_own_page()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor) = await LetterAsync(service);
        var letter = await cohort.EmailAsync(mentor.Id, "session-opening");
        Assert.Equal("Reverse mentoring: session 2 of 6, and 2 things more", letter.Subject);
        Assert.Contains("A few minutes to reflect", letter.Text, StringComparison.Ordinal);
        Assert.Contains("A support session", letter.Text, StringComparison.Ordinal);
        Assert.Single(letter.Text.Split("Hello ").Skip(1));
        Assert.Contains(
            "The links in this email work until Sunday 14 May 2023 at 9am (London time) at least", letter.Text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:First mentor support session", letter.Calendar, StringComparison.Ordinal);
        foreach (var (template, title) in new[]
            {
                ("session-opening", "A date for your session"), ("reflection-opening", "reflection"), ("support-session", "come"),
            })
        {
            var page = await service.Browser.AskAsync(await cohort.LinkAsync(mentor, template));
            Assert.Contains(title, page.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(
            Directory.GetFiles(service.Emails), f => f.Contains("reflection-opening", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_letter_did_not_reach_did_not_reach_either_and_is_sent_again_with_it()
    {
        using var grid = new EventGrid();
        await using var service = await grid.ServiceAsync();
        var (cohort, mentor) = await LetterAsync(service);
        var letter = (await cohort.SentAsync("session-opening")).Last(m => m.PersonId == mentor.Id);
        var id = AcsEmailSender.OperationIdOf($"{JudicialCohort.Id}-{letter.Id}").ToString();
        await grid.PostAsync(service, EventGrid.Report(id, "Suppressed", "2023-05-03T09:00:00Z"));
        var reflection = (await cohort.SentAsync("reflection-opening")).Last(m => m.PersonId == mentor.Id);
        Assert.Equal(DeliveryResult.Suppressed, reflection.Delivery);
    }

    [Fact]
    public async Task A_part_whose_letter_left_is_settled_with_it_and_not_sent_by_itself_where_the_process_died_in_between()
    {
        await using var service = await TestService.StartAsync();
        var (cohort, mentor) = await LetterAsync(service);
        var part = (await cohort.SentAsync("reflection-opening")).Last(m => m.PersonId == mentor.Id);
        var stored = (await service.Store.FindAsync<OutboxMail>(JudicialCohort.Id, part.Id, default))!;
        await service.Store.TryReplaceAsync(
            part with { State = MailState.Claimed, ClaimedBy = "dead", ClaimedAt = service.Clock.GetUtcNow(), SettledAt = null },
            stored.ETag, default);
        service.Clock.Advance(MailClaim.Lease);
        var emails = Directory.GetFiles(service.Emails).Length;
        await SendAsync(service, part.Id);
        Assert.Equal(MailState.Sent, (await service.Store.FindAsync<OutboxMail>(JudicialCohort.Id, part.Id, default))!.Value.State);
        Assert.Equal(emails, Directory.GetFiles(service.Emails).Length);
    }

    [Fact]
    public async Task Whoever_answered_before_the_letter_left_is_not_asked_in_it()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-05-02T09:00Z");
        var mentor = (await cohort.PeopleAsync()).First(p => p.IsMentor);
        var stored = (await service.Store.FindAsync<Person>(JudicialCohort.Id, mentor.Id, default))!;
        await service.Store.TryReplaceAsync(
            stored.Value.Reflect(1, service.Clock.GetUtcNow()), stored.ETag, default);
        await service.RunToAsync("2023-05-03T09:00Z");
        var letter = await cohort.EmailAsync(mentor.Id, "session-opening");
        Assert.Equal("Reverse mentoring: session 2 of 6, and one thing more", letter.Subject);
        Assert.DoesNotContain(await cohort.SentAsync("reflection-opening"), m => m.PersonId == mentor.Id);
    }

    [Fact]
    public async Task Without_a_letter_it_goes_by_itself()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-05-02T09:00Z");
        var mentor = (await cohort.PeopleAsync()).First(p => p.IsMentor);
        var pair = await cohort.PairOfAsync(mentor.Id);
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.Api.TellAsync(
                $"api/cohorts/{JudicialCohort.Id}/pairs/{pair.Id}", new { decision = "pause", reason = "An illness." })).Status);
        await service.RunToAsync("2023-05-03T12:00Z");
        Assert.Null(Assert.Single(await cohort.SentAsync("reflection-opening"), m => m.PersonId == mentor.Id).CarriedBy);
    }

    [Fact]
    public async Task At_night_an_email_that_a_dead_wave_had_claimed_waits_like_any_other_and_no_wave_finds_it_again_at_once()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-04-05T21:00Z");
        var pair = await cohort.PairOfAsync((await cohort.PeopleAsync()).First(p => p.IsMentor).Id);
        var now = service.Clock.GetUtcNow();
        var mail = OutboxMail.Planned(JudicialCohort.Id, "night", "agreement-proposed", pair.MenteeId, now, pair.Id) with
        {
            State = MailState.Claimed,
            ClaimedBy = "dead",
            ClaimedAt = now.AddHours(-1),
        };
        await service.Store.TryCreateAsync(mail, default);
        var wave = await service.Activity<SendNextEmails>().RunAsync(new WaveTicket(JudicialCohort.Id, "alive"), default);
        Assert.Equal(0, wave.Sent);
        Assert.Equal(
            DateTimeOffset.Parse("2023-04-06T07:00Z", null),
            (await service.Store.FindAsync<OutboxMail>(JudicialCohort.Id, mail.Id, default))!.Value.NotBefore);
    }

    private static async Task SendAsync(TestService service, string id)
    {
        var cohort = await service.Host.Services.GetRequiredService<CohortReader>().ReadAsync(JudicialCohort.Id, default);
        await service.Host.Services.GetRequiredService<OutboxSender>().SendAsync(id, [], "alive", cohort, default);
    }

    private static async Task<(JudicialCohort Cohort, Person Mentor)> LetterAsync(TestService service)
    {
        var cohort = await JudicialCohort.ReleasedAsync(service);
        await service.RunToAsync("2023-05-03T09:00Z");
        return (cohort, (await cohort.PeopleAsync()).First(p => p.IsMentor));
    }
}
