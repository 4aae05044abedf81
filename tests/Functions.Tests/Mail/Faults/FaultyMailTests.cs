using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Mail.Faults;

/// <summary>Mail that meets a bad server: nothing is lost, and only what nobody can know is sent again.</summary>
public sealed class FaultyMailTests
{
    private const int Invitations = 24;

    public static TheoryData<string> Faults => [.. Enum.GetNames<SmtpFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_server_with_a_fault_that_heals_gets_every_email_and_again_only_what_nobody_can_know_it_has(string fault)
    {
        var played = await FaultyMailPlay.RunAsync(Enum.Parse<SmtpFault>(fault), times: 3);
        Assert.Empty(played.Wrong);
        Assert.InRange(played.Planned, Invitations, 2 * Invitations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mailbox_that_takes_nothing_holds_up_nobody_elses_email(bool isFull)
    {
        var to = "";
        var sender = new StageSender(email => email.To != to ? new SendOutcome.Accepted()
            : isFull ? new SendOutcome.Throttled(TimeSpan.FromMinutes(5))
            : new SendOutcome.Unavailable("smtp 451"));
        await using var service = await StartAsync(sender);
        var cohort = await JudicialCohort.DraftAsync(service);
        to = (await cohort.PeopleAsync()).OrderBy(p => p.Id, StringComparer.Ordinal).First().Email;
        Assert.Equal(HttpStatusCode.Accepted, (await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/start", null)).Status);
        await service.RunToAsync("2023-01-30T09:30Z");
        Assert.Equal(Invitations - 1, sender.Accepted.Count);
        Assert.InRange(sender.Attempts, Invitations, Invitations + 10);
    }

    [Fact]
    public async Task A_server_that_is_down_for_three_days_loses_nothing_and_is_not_asked_all_the_time()
    {
        TestService? service = null;
        var sender = new StageSender(_ => service!.Clock.GetUtcNow() < DateTimeOffset.Parse("2023-02-02T09:00Z", null)
            ? new SendOutcome.Unavailable("down")
            : new SendOutcome.Accepted());
        service = await StartAsync(sender);
        await using (service)
        {
            var cohort = await JudicialCohort.EnrollingAsync(service);
            await service.RunToAsync("2023-02-02T08:59Z");
            Assert.Empty(sender.Accepted);
            Assert.InRange(sender.Attempts, Invitations, 3 * 24 * 60);
            await service.RunToAsync("2023-02-02T11:00Z");
            Assert.Equal(Invitations, (await cohort.SentAsync("invitation")).Count);
            Assert.Equal(sender.Accepted.Distinct(StringComparer.Ordinal), sender.Accepted);
        }
    }

    [Fact]
    public async Task A_wave_on_a_server_that_takes_a_minute_an_email_looks_up_after_two_minutes()
    {
        TestService? service = null;
        var sender = new StageSender(_ =>
        {
            service!.Clock.AdvanceTo(service.Clock.GetUtcNow().AddMinutes(1));
            return new SendOutcome.Accepted();
        });
        service = await StartAsync(sender);
        await using (service)
        {
            await JudicialCohort.DraftAsync(service);
            service.Clock.AdvanceTo(new DateTimeOffset(2023, 1, 30, 9, 0, 0, TimeSpan.Zero));
            await service.Activity<PerformStep>().RunAsync(new StepTicket(JudicialCohort.Id, "enrolment-opens"), default);
            var progress = await service.Activity<SendNextEmails>().RunAsync(new WaveTicket(JudicialCohort.Id, "wave-1"), default);
            Assert.Equal(new WaveProgress(2, Invitations - 2, MakeWay: false, AskAgainAt: null), progress);
        }
    }

    private static Task<TestService> StartAsync(ISendMail sender) =>
        TestService.StartAsync(services => services.AddSingleton(sender), new SendQuota(30, 100));

    /// <summary>A provider that does as told.</summary>
    private sealed class StageSender(Func<OutgoingEmail, SendOutcome> outcome) : ISendMail
    {
        public int Attempts { get; private set; }

        public List<string> Accepted { get; } = [];

        public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
        {
            Attempts++;
            var result = outcome(email);
            if (result is SendOutcome.Accepted)
            {
                Accepted.Add(email.OperationId);
            }

            return Task.FromResult(result);
        }
    }
}
