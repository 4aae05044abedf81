using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Matching;

/// <summary>Rules, a new proposal and its release, whoever asks: the API, the console, or the page behind a coordinator's link.</summary>
public sealed class MatchingDesk(ICohortStore store, TimeProvider clock)
{
    private const string RulesMoved = "The rules changed at this very moment. Nothing was changed; look at them again.";

    private const string Moved = "The proposal changed at this very moment. Look at it again.";

    /// <summary>The coordinator's rules for the next proposal.</summary>
    public Task<Outcome<CoordinatorRules>> DecideAsync(CohortSnapshot cohort, FieldReader asked, CancellationToken cancellation) =>
        ProposalRules.Decide(cohort, asked, clock.GetUtcNow())
            .ThenAsync(rules => store.ReplaceAsync(cohort, rules, RulesMoved, cancellation));

    public Task<Outcome<Proposal>> ProposeAsync(CohortSnapshot cohort, CancellationToken cancellation) =>
        ProposalRules.Propose(cohort, clock.GetUtcNow()).ThenAsync(proposal => store.ReplaceAsync(cohort, proposal, Moved, cancellation));

    /// <summary>Why this version can't be released; null where it can, by one person or by two.</summary>
    public Refusal? WhyNotRelease(CohortSnapshot cohort, int version) => ProposalRules.Release(cohort, version, clock.GetUtcNow()).Refusal;

    /// <summary>A release that is asked for again writes nothing.</summary>
    /// <param name="isShared">Two people asked for it, where the scheme has it so (<see cref="TwoPeople.DecideAsync"/>).</param>
    public async Task<Outcome<Proposal>> ReleaseAsync(
        CohortSnapshot cohort, int version, bool isShared, CancellationToken cancellation) =>
        !isShared && TwoPeople.WhyNotAlone(cohort, SharedDecision.Release) is { } refusal
            ? refusal
            : await ProposalRules.Release(cohort, version, clock.GetUtcNow()).ThenAsync(async released =>
                ReferenceEquals(released, cohort.Proposal) ? released : await store.ReplaceAsync(cohort, released, Moved, cancellation));
}
