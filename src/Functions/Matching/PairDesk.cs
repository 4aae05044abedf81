using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Matching;

/// <summary>A decision about one pair, whoever asks: the API or the pages. It stands with the pair, its reason with the cohort.</summary>
public sealed class PairDesk(ICohortStore store, TimeProvider clock)
{
    public Task<Outcome<Pair>> DecideAsync(CohortSnapshot cohort, string pairId, PairDecision asked, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return asked.Decide(cohort, pairId, now).ThenAsync<Pair>(async decided =>
        {
            var standing = cohort.Pairs.First(p => p.Id == pairId);
            if (decided == standing)
            {
                return decided;
            }

            // The reason first: sent again after a crash it stands there twice, and nothing is done without one.
            var id = cohort.Cohort.CohortId;
            var change = new AppliedChange(now, $"{asked.Kind.ToString().ToLowerInvariant()} {pairId}", null, null, asked.Reason);
            await store.UpdateAsync<Cohort>(id, Cohort.DocumentId, c => c with { Changes = [.. c.Changes, change] }, cancellation);
            var written = await store.UpdateAsync<Pair>(
                id, pairId, p => asked.Decide(cohort with { Pairs = [p] }, pairId, now) is { Succeeded: true, Value: { } next } ? next : p,
                cancellation);
            return written ?? decided;
        });
    }
}
