using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Mail;

/// <summary>Moves the outbox record that a delivery report is about, and tells the coordinator where an email did not arrive.</summary>
/// <remarks>Safe to run twice: providers repeat their reports.</remarks>
public sealed class DeliveryRecorder(ICohortStore store, ICohortObserver observer, TimeProvider clock)
{
    public async Task<RecordedReport> RecordAsync(DeliveryReport report, CancellationToken cancellation)
    {
        if (await store.FindAsync<SentUnder>(
            SentUnder.PartitionOf(report.MessageId), SentUnder.DocumentId, cancellation) is not { Value: var sent })
        {
            return new RecordedReport(IsKnown: false, null);
        }

        var mail = await store.UpdateAsync<OutboxMail>(sent.SentBy, sent.MailId, m => DeliveryRules.Reported(m, report), cancellation);
        if (mail is null)
        {
            return new RecordedReport(IsKnown: true, null);
        }

        foreach (var part in mail.Carries ?? [])
        {
            await store.UpdateAsync<OutboxMail>(sent.SentBy, part, m => DeliveryRules.Reported(m, report), cancellation);
        }

        observer.MailReported(mail, report.Result, report.At);
        if (mail.PersonId == OutboxMail.CoordinatorId)
        {
            await store.UpdateAsync<Cohort>(sent.SentBy, Cohort.DocumentId, c => DeliveryRules.Reported(c, report), cancellation);
            return new RecordedReport(IsKnown: true, null);
        }

        if (mail.IsForTeam)
        {
            return new RecordedReport(IsKnown: true, null);
        }

        var person = await store.UpdateAsync<Person>(sent.SentBy, mail.PersonId, p => DeliveryRules.Reported(p, report), cancellation);
        var notice = DeliveryRules.Notice(mail, person, report, clock.GetUtcNow());
        if (notice is not null)
        {
            await store.TryCreateAsync(notice, cancellation);
        }

        return new RecordedReport(IsKnown: true, notice is null ? null : sent.SentBy);
    }
}

/// <param name="IsKnown">False where no email was sent under the report's id, as far as is known.</param>
/// <param name="Nudges">The cohort whose orchestrator has an email to send; null: none.</param>
public sealed record RecordedReport(bool IsKnown, string? Nudges);
