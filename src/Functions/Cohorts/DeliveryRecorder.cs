using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Mail.Delivery;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Ports;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>Moves the outbox record that a delivery report is about, and tells the coordinator where an email did not arrive.</summary>
/// <remarks>Safe to run twice: providers repeat their reports.</remarks>
public sealed class DeliveryRecorder(ICohortStore store, ICohortObserver observer, TimeProvider clock)
{
    /// <returns>The cohort to nudge; null where no email was sent under the report's id, as far as is known.</returns>
    public async Task<string?> RecordAsync(DeliveryReport report, CancellationToken cancellation)
    {
        if (await store.FindAsync<SentUnder>(SentUnder.PartitionOf(report.MessageId), SentUnder.DocumentId, cancellation) is not { Value: var sent })
        {
            return null;
        }

        var mail = await store.UpdateAsync<OutboxMail>(sent.SentBy, sent.MailId, m => DeliveryRules.Reported(m, report), cancellation);
        if (mail is null)
        {
            return sent.SentBy;
        }

        observer.MailReported(mail, report.Result, report.At);
        if (mail.PersonId == OutboxMail.CoordinatorId)
        {
            await store.UpdateAsync<Cohort>(sent.SentBy, Cohort.DocumentId, c => DeliveryRules.Reported(c, report), cancellation);
            return sent.SentBy;
        }

        var person = await store.UpdateAsync<Person>(sent.SentBy, mail.PersonId, p => DeliveryRules.Reported(p, report), cancellation);
        if (DeliveryRules.Notice(mail, person, report, clock.GetUtcNow()) is { } notice)
        {
            await store.TryCreateAsync(notice, cancellation);
        }

        return sent.SentBy;
    }
}
