using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Matching;

/// <summary>A new proposal and its release, whoever asks: the API, or the page behind a coordinator's link.</summary>
public sealed class MatchingDesk(ICohortStore store, TimeProvider clock)
{
    private const string Moved = "The proposal changed at this very moment. Look at it again.";

    public Task<Outcome<Proposal>> ProposeAsync(CohortSnapshot cohort, CancellationToken cancellation) =>
        ProposalRules.Propose(cohort, clock.GetUtcNow()).ThenAsync(proposal => store.ReplaceAsync(cohort, proposal, Moved, cancellation));

    /// <summary>A release that is asked for again writes nothing.</summary>
    public Task<Outcome<Proposal>> ReleaseAsync(CohortSnapshot cohort, int version, CancellationToken cancellation) =>
        ProposalRules.Release(cohort, version, clock.GetUtcNow()).ThenAsync(async released => ReferenceEquals(released, cohort.Proposal)
            ? released
            : await store.ReplaceAsync(cohort, released, Moved, cancellation));
}
