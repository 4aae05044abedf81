using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Mail;

/// <summary>Plans the emails for those who asked for a fresh link and take part; of the others nothing comes.</summary>
public sealed class FreshLinkMails(ICohortStore store, TimeProvider clock)
{
    /// <returns>Whether anybody had asked.</returns>
    public async Task<bool> PlanAsync(CohortSnapshot cohort, CancellationToken cancellation)
    {
        var id = cohort.Cohort.CohortId;
        var ledger = (await store.FindAsync<FreshLinkLedger>(id, FreshLinkLedger.DocumentId, cancellation))?.Value;
        var waiting = ledger?.Waiting.ToList() ?? [];
        if (waiting.Count == 0)
        {
            return false;
        }

        // Emails first: what is asked for twice has one id, and what is forgotten would be lost.
        foreach (var mail in FreshLinkEmails.ToThose(MentoringProgramme.Declared, cohort, waiting, clock.GetUtcNow()))
        {
            await store.TryCreateAsync(mail, cancellation);
        }

        await store.UpdateAsync<FreshLinkLedger>(
            id, FreshLinkLedger.DocumentId, l => l.Answered(waiting), cancellation);
        return true;
    }
}
