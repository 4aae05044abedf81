using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// Takes the wish for a fresh link of someone whose link no longer works. What is done here is the same for members and strangers; whether
/// anybody is at that address is asked later, off the request.
/// </summary>
public sealed class FreshLinks(ICohortStore store, CommonPages common, Callers callers, TimeProvider clock)
{
    /// <param name="caller">As <see cref="Callers"/> call them.</param>
    /// <param name="posted">What was sent to the link that no longer works; none of it is lost.</param>
    public async Task<ShownPage> AnswerAsync(
        string token, string caller, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        if (!posted.TryGetValue(CommonPages.AddressField, out var address) && posted.Count > 0)
        {
            return common.Unknown(posted);
        }

        if (EmailAddress.Parse(address ?? "") is not { Value: var typed })
        {
            return common.Unknown(posted, "invalid") with { Status = 422 };
        }

        if (!callers.MayAsk(caller))
        {
            return common.Unknown(posted, "later") with { Status = 429 };
        }

        if (LinkMinter.CohortOf(token) is not { } cohortId
            || await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, cancellation) is not { Value.HasOrchestrator: true })
        {
            return common.FreshLinkSent(posted);
        }

        return await AskAsync(cohortId, token, typed, cancellation)
            ? common.FreshLinkSent(posted) with { Nudges = cohortId }
            : common.Unknown(posted, "later") with { Status = 429 };
    }

    /// <returns>False where the cohort or the link has asked enough for now.</returns>
    private async Task<bool> AskAsync(string cohortId, string token, string typed, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var taken = false;
        FreshLinkLedger Ask(FreshLinkLedger ledger)
        {
            var next = ledger.Ask(token, typed, now);
            taken = !ReferenceEquals(next, ledger);
            return next;
        }

        while (await store.UpdateAsync<FreshLinkLedger>(cohortId, FreshLinkLedger.DocumentId, Ask, cancellation) is null)
        {
            // The first of this day.
            await store.TryCreateAsync(new FreshLinkLedger { CohortId = cohortId, Expires = now.AddDays(1) }, cancellation);
        }

        return taken;
    }
}
