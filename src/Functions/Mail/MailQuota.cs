using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Mail;

/// <summary>The ledgers of what the provider's quota has room for, which all cohorts and hosts share.</summary>
public sealed class MailQuota(ICohortStore store, SendQuota quota, TimeProvider clock)
{
    /// <summary>As many emails of any kind as there is room for now.</summary>
    public Task<GrantedSends> AskAsync(int wanted, CancellationToken cancellation) =>
        AskAsync(QuotaLedger.DocumentId, wanted, quota, cancellation);

    /// <summary>Of those that anybody can cause, which have a tenth of it.</summary>
    public Task<GrantedSends> AskOnDemandAsync(int wanted, CancellationToken cancellation) =>
        AskAsync(QuotaLedger.OnDemandId, wanted, quota.Tenth, cancellation);

    public async Task GiveBackAsync(int unused, DateTimeOffset grantedAt, CancellationToken cancellation)
    {
        if (unused > 0)
        {
            await store.UpdateAsync<QuotaLedger>(
                QuotaLedger.Partition, QuotaLedger.DocumentId, ledger => ledger.GiveBack(unused, grantedAt), cancellation);
        }
    }

    private async Task<GrantedSends> AskAsync(string ledgerId, int wanted, SendQuota most, CancellationToken cancellation)
    {
        GrantedSends answer = new(0, default, null);
        while (await store.UpdateAsync<QuotaLedger>(QuotaLedger.Partition, ledgerId, Ask, cancellation) is null)
        {
            // The first email of all.
            await store.TryCreateAsync(new QuotaLedger { Id = ledgerId }, cancellation);
        }

        return answer;

        QuotaLedger Ask(QuotaLedger ledger)
        {
            var at = clock.GetUtcNow();
            var (next, granted, again) = ledger.Ask(wanted, most, at);
            answer = new GrantedSends(granted, at, again);
            return granted > 0 ? next : ledger;
        }
    }
}

/// <param name="At">UTC; when it was granted.</param>
/// <param name="AskAgainAt">UTC; when there is room again; null where some were granted.</param>
public sealed record GrantedSends(int Granted, DateTimeOffset At, DateTimeOffset? AskAgainAt);
