using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Every_step_wave_and_send_has_a_span_and_a_send_lies_within_its_wave()
    {
        await using var service = await TestService.StartAsync();
        using var heard = new Listening(service);
        await JudicialCohort.EnrollingAsync(service);
        var step = Assert.Single(heard.Spans, s => s.DisplayName == "step enrolment-opens");
        Assert.Equal(
            ["PerformStep", "other", "judicial-2023", "enrolment-opens", "enrolment-opens", "done"],
            step.TagObjects.Select(t => (string)t.Value!));
        var sends = heard.Spans.Where(s => s.DisplayName == "send invitation").ToList();
        Assert.Equal(24, sends.Count);
        Assert.All(sends, s => Assert.Equal(("wave", "accepted"), (s.Parent!.DisplayName, s.GetTagItem("reverse_mentoring.outcome"))));
        Assert.StartsWith(
            "cohort-judicial-2023:wave-", (string)sends[0].Parent!.GetTagItem("reverse_mentoring.wave.id")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emails_by_outcome_replies_steps_and_erasures_are_counted()
    {
        await using var service = await TestService.StartAsync();
        using var heard = new Listening(service);
        var cohort = await JudicialCohort.EnrollingAsync(service);
        var (first, second) = ((await cohort.PeopleAsync())[0], (await cohort.PeopleAsync())[1]);
        await cohort.AnswerAsync(first, "invitation", Forms.Portrait(first.Name));
        await service.Browser.SubmitAsync(await cohort.WithdrawLinkAsync(second, "invitation"), Forms.Withdrawal(second.Email));
        await service.SettleAsync();
        Assert.Equal(
            (24, 1, 1, 1, 1),
            (heard.Count("mails invitation sent"), heard.Count("replies pen-portrait"), heard.Count(
                "replies withdraw"), heard.Count("erasures withdrawal"), heard.Count("steps enrolment-opens done")));
        Assert.DoesNotContain(heard.Counted, c => c.StartsWith("steps.overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_done_hours_after_its_time_is_counted_as_overdue()
    {
        await using var service = await TestService.StartAsync();
        using var heard = new Listening(service);
        var cohort = await JudicialCohort.DraftAsync(service);
        await cohort.ChangeAsync(
            new { change = "extend-deadline", to = "2023-02-28T16:00", releaseBy = "2023-03-06T17:00", reason = "Half-term." });
        service.Clock.AdvanceTo(DateTimeOffset.Parse("2023-01-30T12:00Z", null));
        await service.Api.TellAsync($"api/cohorts/{JudicialCohort.Id}/start", null);
        await service.SettleAsync();
        Assert.Equal(1, heard.Count("steps.overdue enrolment-opens"));
    }

    [Fact]
    public async Task A_send_that_breaks_has_a_span_with_the_type_of_the_failure_and_none_of_its_words()
    {
        await using var service = await TestService.StartAsync(services => services.AddSingleton<ISendMail>(new Broken()));
        using var heard = new Listening(service);
        await JudicialCohort.EnrollingAsync(service);
        var send = heard.Spans.First(s => s.DisplayName == "send invitation");
        Assert.Equal(
            (ActivityStatusCode.Error, null, "System.IO.IOException"),
            (send.Status, send.StatusDescription, send.GetTagItem("error.type")));
        Assert.DoesNotContain("uma.jessop", heard.Text, StringComparison.Ordinal);
        Assert.NotEqual(0, heard.Count("problems"));
    }

    private sealed class Broken : ISendMail
    {
        public Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation) =>
            throw new IOException($"The disk is full; {email.To} was not written.");
    }
}
