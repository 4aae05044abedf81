using Microsoft.DurableTask.Client;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Orchestrations;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Where a cohort stands, for whoever asks: the API or the pages.</summary>
public sealed class CohortProgressReader(ICohortStore store, TimeProvider clock)
{
    public async Task<CohortProgress> ReadAsync(
        DurableTaskClient client, CohortSnapshot cohort, CancellationToken cancellation) => Progress(
        cohort,
        await SettledAsync(cohort.Cohort.CohortId, cancellation),
        await CohortOrchestration.StoppedAsync(client, cohort.Cohort, cancellation));

    private CohortProgress Progress(CohortSnapshot cohort, IReadOnlyList<OutboxMail> settled, StoppedOrchestrator? stopped)
    {
        var now = clock.GetUtcNow();
        var timeline = MentoringProgramme.TimelineOf(cohort, now);
        var shown = timeline.Shown.ToList();
        var next = shown.Find(s => s.State == StepState.Due) ?? shown.Find(s => s.State is StepState.Upcoming or StepState.Waiting);
        return new CohortProgress(
            cohort.Cohort.CohortId,
            cohort.Definition.Name,
            cohort.Cohort.Status,
            cohort.Cohort.Paused,
            now,
            stopped,
            next is null || stopped is not null ? null : ShownStep.Of(next, cohort),
            [.. Awaited(stopped), .. shown.Where(s => s.State == StepState.Waiting).Select(s => s.WaitsFor).OfType<string>().Distinct()],
            Counts(cohort, settled),
            [.. settled.Where(m => m.State == MailState.Refused).Select(m => new RefusedMail(m.PersonId, m.Template, m.Reason))],
            [.. settled.Where(m => m.Delivery is { } d && !DeliveryRules.Arrived(d))
                .Select(m => new UndeliveredMail(m.PersonId, m.Template, m.Delivery, m.DeliveryAt))],
            [.. cohort.People.Where(p => p.SuppressedAt is not null).Select(p => p.Id)
                .Concat(cohort.Cohort.CoordinatorSuppressedAt is null ? [] : [OutboxMail.CoordinatorId])],
            [.. shown.Select(s => ShownStep.Of(s, cohort))]);
    }

    private static IEnumerable<string> Awaited(StoppedOrchestrator? stopped) => stopped switch
    {
        null => [],
        StoppedOrchestrator.Suspended => ["an administrator to resume the cohort, which they have suspended"],
        StoppedOrchestrator.Terminated => ["the coordinator to start the cohort again, which an administrator has ended"],
        StoppedOrchestrator.Missing => ["the service to start the cohort's orchestrator again, tonight at the latest"],
        _ => throw new ArgumentOutOfRangeException(nameof(stopped), stopped, "Nobody waits for this."),
    };

    private static CohortCounts Counts(CohortSnapshot cohort, IReadOnlyList<OutboxMail> settled) => new()
    {
        People = cohort.People.Count,
        ReverseMentors = cohort.People.Count(p => p.IsMentor),
        ReverseMentees = cohort.People.Count(p => p.IsMentee),
        PenPortraits = cohort.People.Count(p => p.Portrait is not null),
        Pairs = cohort.Pairs.Count,
        PairsRunning = cohort.Pairs.Count(p => p.IsRunning),
        PairsCompleted = cohort.Pairs.Count(p => p.Completed),
        EmailsWaiting = cohort.OpenMails,
        EmailsSent = settled.Count(m => m.State == MailState.Sent),
        EmailsSkipped = settled.Count(m => m.State == MailState.Skipped),
        EmailsDelivered = settled.Count(m => m.Delivery == DeliveryResult.Delivered),
        EmailsRefused = settled.Count(m => m.State == MailState.Refused),
    };

    private async Task<IReadOnlyList<OutboxMail>> SettledAsync(string id, CancellationToken cancellation) =>
        [.. (await store.ListAsync<OutboxMail>(id, OutboxMail.SettledKind, cancellation)).Select(m => m.Value)
            .Where(m => !MentoringProgramme.Declared.EmailOf(m).IsConfidential(m))];
}
