using System.Collections.Concurrent;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Activities;

public sealed class ReadingTests : IAsyncLifetime
{
    private InterruptedStore _store = null!;
    private TestService _service = null!;

    public async Task InitializeAsync() =>
        _service = await TestService.StartAsync(
            services => InterruptedStore.Around(services, store => _store = store), new SendQuota(5, 1000));

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_wave_lists_the_waiting_emails_once_and_lays_down_the_quota_where_there_is_none()
    {
        await JudicialCohort.DraftAsync(_service);
        _service.Clock.AdvanceTo(new DateTimeOffset(2023, 1, 30, 9, 0, 0, TimeSpan.Zero));
        await _service.Activity<PerformStep>().RunAsync(new StepTicket(JudicialCohort.Id, "enrolment-opens"), default);
        Assert.Equal((1, 1, 5), await WaveAsync());
        _service.Clock.AdvanceTo(_service.Clock.GetUtcNow().AddMinutes(3));
        Assert.Equal((1, 0, 5), await WaveAsync());

        async Task<(int Lists, int Ledgers, int Sent)> WaveAsync()
        {
            var (lists, ledgers) = (0, 0);
            _store.BeforeListing = kind => lists += kind == OutboxMail.OpenKind ? 1 : 0;
            _store.BeforeCreating = document => ledgers += document is QuotaLedger ? 1 : 0;
            var progress = await _service.Activity<SendNextEmails>().RunAsync(new WaveTicket(JudicialCohort.Id, "wave-1"), default);
            return (lists, ledgers, progress.Sent);
        }
    }

    [Fact]
    public async Task No_step_but_the_report_reads_the_evaluation_and_the_closing_alone_counts_who_was_erased()
    {
        var listed = new ConcurrentQueue<string>();
        var cohort = await JudicialCohort.EnrollingAsync(_service);
        _store.BeforeListing = listed.Enqueue;
        await cohort.ChangeAsync(new { change = "cancel", reason = "The scheme is closed." });
        await _service.RunToAsync("2024-03-15T12:00Z");
        Assert.DoesNotContain(EvaluationAnswer.DocumentKind, listed);
        Assert.Single(listed, kind => kind == ErasureProof.DocumentKind);
        Assert.Equal("24", Assert.Single(await cohort.SentAsync("cohort-closed")).Facts!.Value.GetProperty("erased").ToString());
    }
}
