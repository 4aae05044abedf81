using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Cohorts;

/// <summary>A change to a running cohort, whoever asks: the API or the pages.</summary>
public sealed class CohortChanger(ICohortStore store, TimeProvider clock)
{
    private const string Overtaken = "The cohort changed at this very moment. Look at its status, then send the change again.";

    /// <summary>One write: whom to tell is part of the cohort, and a step of its own plans the emails.</summary>
    public Task<Outcome<Cohort>> ChangeAsync(CohortSnapshot cohort, ChangeRequest asked, CancellationToken cancellation) =>
        CohortChanges.Decide(cohort, asked, clock.GetUtcNow())
            .ThenAsync(changed => store.ReplaceAsync(cohort, changed, Overtaken, cancellation));

    public Task<Outcome<Cohort>> ChangeTeamAsync(CohortSnapshot cohort, TeamRequest asked, CancellationToken cancellation) =>
        asked.Decide(cohort.Cohort).ThenAsync(changed => store.ReplaceAsync(cohort, changed, Overtaken, cancellation));
}
