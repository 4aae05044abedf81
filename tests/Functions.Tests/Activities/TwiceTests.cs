using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Activities;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Tests.Service;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;

namespace ReverseMentoring.Functions.Tests.Activities;

public sealed class TwiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("twice-").FullName;

    private string Played => Path.Combine(_folder, "played");

    private static readonly string[] OnlyInTheFirm =
        ["late-reminder", "late-joiners", "match-reminder", "match-unavailable"];

    [Theory]
    [InlineData("judicial-2023")]
    [InlineData("law-firm-2024")]
    public async Task Every_step_and_every_email_of_a_cohort_can_be_run_twice_and_the_second_time_changes_nothing(string sample)
    {
        EchoingObserver? echo = null;
        IServiceProvider? provider = null;
        var played = await PlayAsync(sample, services =>
        {
            var inner = (ICohortObserver)services.Last(s => s.ServiceType == typeof(ICohortObserver)).ImplementationInstance!;
            services.AddSingleton<ICohortObserver>(s =>
            {
                provider = s;
                return echo = new EchoingObserver(inner, () => provider, Path.Combine(Played, "data"));
            });
        });
        Assert.Empty(played.Failures);
        Assert.Empty(echo!.Differences);
        Assert.Equal(
            played.Record.Count("emails") + played.Record.Count("parts of emails") + played.Record.Count("emails skipped"), echo.Emails);
        // No preset gives time to come back; ComeBackTests plays it.
        // Nor has a sample a coordinator who wishes a digest; WeeklyDigestTests has.
        string[] comingBack = ["leaving", "leaving-final", "returned", "weekly-digest"];
        string[] besides = sample == "law-firm-2024"
            ? ["applications-answered", "applications-close", "cancellation", "change-notice", "declined", "withdrawal",
                "release-reminder", "event-joining", "event-joining-missing",
                "pair-ended", "session-date-passed", .. comingBack]
            : ["applications-answered", "applications-close", "cancellation", "declined", "event-joining-missing", .. OnlyInTheFirm,
                .. comingBack];
        Assert.Equal(
            MentoringProgramme.Declared.Steps.Select(s => s.Kind).Except(besides).Order(StringComparer.Ordinal),
            echo.Kinds.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("judicial-2023")]
    [InlineData("law-firm-2024")]
    public async Task Steps_and_waves_cut_short_after_any_write_are_taken_up_again_and_the_cohort_ends_as_its_script_says(string sample)
    {
        StumblingStore? store = null;
        StumblingSender? sender = null;
        var played = await PlayAsync(sample, services =>
        {
            var realStore = services.Last(s => s.ServiceType == typeof(ICohortStore)).ImplementationFactory!;
            var realSender = (ISendMail)services.Last(s => s.ServiceType == typeof(ISendMail)).ImplementationInstance!;
            services.AddSingleton<ICohortStore>(s => store = new StumblingStore((ICohortStore)realStore(s), 75, new Random(11)));
            services.AddSingleton<ISendMail>(sender = new StumblingSender(realSender, 20, new Random(8)));
        });
        Assert.True(store!.Stumbles > 15 && sender!.Stumbles > 10, $"There were {store.Stumbles} and {sender!.Stumbles} stumbles only.");
        Assert.Equal("", string.Join('\n', played.Failures));
        Assert.Equal(played.Record.Count("emails"), Directory.GetFiles(Path.Combine(Played, "emails"), "*.eml").Length);
    }

    [Fact]
    public async Task Deciding_twice_gives_the_same_move_and_noting_trouble_twice_changes_nothing()
    {
        await using var service = await TestService.StartAsync();
        await JudicialCohort.EnrollingAsync(service);
        var before = service.Documents;
        var decide = service.Activity<DecideNextMove>();
        Assert.Equal(await decide.RunAsync(JudicialCohort.Id, default), await decide.RunAsync(JudicialCohort.Id, default));
        var trouble = service.Activity<NoteTrouble>();
        trouble.Run(new TroubleTicket(JudicialCohort.Id, nameof(PerformStep), "System.IO.IOException"));
        trouble.Run(new TroubleTicket(JudicialCohort.Id, nameof(PerformStep), "System.IO.IOException"));
        Assert.Equal(before, service.Documents);
    }

    [Fact]
    public async Task A_wave_run_twice_sends_the_rest_and_a_third_time_nothing()
    {
        await using var service = await TestService.StartAsync(quota: new SendQuota(5, 1000));
        await JudicialCohort.DraftAsync(service);
        await PlanInvitationsAsync(service);
        var wave = service.Activity<SendNextEmails>();
        var ticket = new WaveTicket(JudicialCohort.Id, "wave-1");
        var first = await wave.RunAsync(ticket, default);
        Assert.Equal((5, 19), (first.Sent, first.Waiting));
        for (var again = await wave.RunAsync(ticket, default); again.Waiting > 0; again = await wave.RunAsync(ticket, default))
        {
            service.Clock.AdvanceTo(again.AskAgainAt ?? service.Clock.GetUtcNow());
        }

        var (documents, emails) = (service.Documents, Directory.GetFiles(service.Emails));
        Assert.Equal(24, emails.Length);
        Assert.Equal(0, (await wave.RunAsync(ticket, default)).Sent);
        Assert.Equal(documents, service.Documents);
        Assert.Equal(emails, Directory.GetFiles(service.Emails));
    }

    [Fact]
    public async Task Cancelling_tells_everybody_once_however_often_the_step_is_run()
    {
        await using var service = await TestService.StartAsync();
        var cohort = await JudicialCohort.EnrollingAsync(service);
        await cohort.ChangeAsync(new { change = "cancel", reason = "Too few judges." });
        var before = service.Documents;
        await service.Activity<PerformStep>().RunAsync(new StepTicket(JudicialCohort.Id, "cancellation"), default);
        Assert.Equal(before, service.Documents);
        Assert.Equal(24, (await cohort.SentAsync("cohort-cancelled")).Count(m => m.PersonId != OutboxMail.CoordinatorId));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<PlayedRehearsal> PlayAsync(string sample, Action<IServiceCollection> configure)
    {
        return await RehearsalRun.PlayAsync(
            new RehearsalOptions(Path.Combine(Samples.Root, "samples", sample), null, 1, Played, 1),
            ProgressLine.Nowhere,
            configure,
            default);
    }

    /// <summary>As the orchestrator would, which is not started here.</summary>
    private static async Task PlanInvitationsAsync(TestService service)
    {
        service.Clock.AdvanceTo(new DateTimeOffset(2023, 1, 30, 9, 0, 0, TimeSpan.Zero));
        await service.Activity<PerformStep>().RunAsync(new StepTicket(JudicialCohort.Id, "enrolment-opens"), default);
    }
}
