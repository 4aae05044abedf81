using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Mail;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Telemetry;

namespace ReverseMentoring.Functions.Activities;

/// <summary>Sends as many waiting emails as the quota grants now. Run twice, it sends the rest: each email is settled once.</summary>
public sealed class SendNextEmails(
    CohortReader reader, ICohortStore store, OutboxSender sender, MailQuota quota, ServiceTelemetry telemetry, TimeProvider clock)
{
    /// <summary>Emails in one activity; short enough to be redone after a crash, long enough not to be all bookkeeping.</summary>
    private const int Batch = 25;

    /// <summary>After this long a batch begins no further email: a server that is slow must not hold up a withdrawal.</summary>
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMinutes(2);

    [Function(ActivityNames.SendNextEmails)]
    public async Task<WaveProgress> RunAsync([ActivityTrigger] WaveTicket ticket, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (cohort, open, waiting) = await reader.ReadForWaveAsync(ticket.CohortId, cancellation);
        if (open.Count == 0 || MentoringProgramme.TimelineOf(cohort, now).UrgentNow is not null)
        {
            return new WaveProgress(0, open.Count, MakeWay: open.Count > 0, null);
        }

        open = await WithinTenthAsync(await WithoutWaitingAsync(open, cohort, cancellation), cancellation);
        if (open.Count == 0)
        {
            return new WaveProgress(0, 0, MakeWay: false, null);
        }

        using var span = telemetry.Start("wave", ActivityNames.SendNextEmails, ticket.CohortId)?.SetTag(Tags.Wave, ticket.Wave);
        var (granted, grantedAt, askAgainAt) = await quota.AskAsync(Math.Min(open.Count, Batch), cancellation);
        var sent = 0;
        foreach (var mail in MailClaim.InTurn(open).Take(granted))
        {
            if (await sender.SendAsync(mail.Id, waiting[mail.Id], ticket.Wave, cohort, cancellation) is { } wait)
            {
                await quota.GiveBackAsync(granted - sent - 1, grantedAt, cancellation);
                return new WaveProgress(sent, open.Count - sent, false, clock.GetUtcNow() + wait);
            }

            sent++;
            if (sent < granted && clock.GetUtcNow() - now >= LongestBatch)
            {
                await quota.GiveBackAsync(granted - sent, grantedAt, cancellation);
                return new WaveProgress(sent, open.Count - sent, false, null);
            }
        }

        return new WaveProgress(sent, open.Count - sent, false, sent == 0 ? askAgainAt ?? clock.GetUtcNow() + MailClaim.Lease : askAgainAt);
    }

    /// <summary>Those that need not go in quiet hours, or to somebody who has had many, wait.</summary>
    private async Task<IReadOnlyList<OutboxMail>> WithoutWaitingAsync(
        IReadOnlyList<OutboxMail> open, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var sent = open.Any(m => MentoringProgramme.Declared.CanWait(m, cohort, now))
            ? (await store.ListAsync<OutboxMail>(cohort.Cohort.CohortId, OutboxMail.SettledKind, cancellation))
                .ToLookup(m => m.Value.PersonId, m => m.Value, StringComparer.Ordinal)
            : Enumerable.Empty<OutboxMail>().ToLookup(m => m.PersonId, StringComparer.Ordinal);
        var free = new List<OutboxMail>();
        foreach (var mail in open)
        {
            if (MentoringProgramme.Declared.WaitsUntil(mail, cohort, now, sent[mail.PersonId]) is not { } until)
            {
                free.Add(mail);
                continue;
            }

            await PutOffAsync(mail, until, cancellation);
        }

        return free;
    }

    /// <summary>Also one that a wave has claimed and left: else the next wave would find it again at once.</summary>
    private Task PutOffAsync(OutboxMail mail, DateTimeOffset until, CancellationToken cancellation) =>
        store.UpdateAsync<OutboxMail>(mail.CohortId, mail.Id, m => m.IsOpen ? m with { NotBefore = until } : m, cancellation);

    /// <summary>Of the emails that anybody can cause those that their tenth of the quota has room for; the others wait.</summary>
    private async Task<IReadOnlyList<OutboxMail>> WithinTenthAsync(IReadOnlyList<OutboxMail> open, CancellationToken cancellation)
    {
        var onDemand = open.Where(m => MentoringProgramme.Declared.EmailOf(m).IsOnDemand).OrderBy(m => m.PlannedAt).ToList();
        if (onDemand.Count == 0)
        {
            return open;
        }

        var (granted, _, again) = await quota.AskOnDemandAsync(onDemand.Count, cancellation);
        foreach (var mail in onDemand.Skip(granted))
        {
            await PutOffAsync(mail, again ?? clock.GetUtcNow().AddMinutes(1), cancellation);
        }

        return [.. open.Except(onDemand.Skip(granted))];
    }
}
