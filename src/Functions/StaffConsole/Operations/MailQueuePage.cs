using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Staff;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Operations;

/// <summary>What waits to be sent, cohort by cohort, beside the quota. Counts and times; nobody's address.</summary>
public sealed class MailQueuePage(ICohortStore store, SendQuota quota) : ConsolePage
{
    public override string Route => "admin/mail";

    public override Audience Audience => Audience.Administrator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var rows = new List<Dictionary<string, object?>>();
        foreach (var id in await store.ListCohortsAsync(cancellation))
        {
            if (await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is not { Value.HasOrchestrator: true })
            {
                continue;
            }

            var open = (await store.ListAsync<OutboxMail>(id, OutboxMail.OpenKind, cancellation)).Select(m => m.Value).ToList();
            rows.Add(Of(
                ("cohort", id),
                ("waiting", open.Count),
                ("held", open.Count(m => m.NotBefore > visit.Now)),
                ("oldest", open.Count > 0 ? Instants.InWords(open.Min(m => m.PlannedAt)) : null),
                ("tries", open.Count > 0 ? open.Max(m => m.Attempts) : 0),
                ("next", open.Min(m => m.NotBefore) is { } next && next > visit.Now ? Instants.InWords(next) : null)));
        }

        var ledger = (await store.FindAsync<QuotaLedger>(QuotaLedger.Partition, QuotaLedger.DocumentId, cancellation))?.Value;
        var minute = visit.Now.ToUnixTimeSeconds() / 60;
        return new ConsoleAnswer("admin-mail", Of(
            ("cohorts", rows),
            ("per_minute", quota.PerMinute),
            ("per_hour", quota.PerHour),
            ("in_hour", ledger?.Granted.Where(g => g.Key > minute - 60).Sum(g => g.Value) ?? 0)))
        {
            Place = "admin",
        };
    }
}
