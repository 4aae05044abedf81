using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Applying;

/// <summary>Deletes a cohort that was never started, with everybody in it: for its coordinator, or when its time is over.</summary>
public sealed class DraftKeeper(ICohortStore store, Eraser eraser, CohortFiles files, TimeProvider clock)
{
    private const string Overtaken = "Somebody changed or started this cohort at the same moment. Look at it, then try again.";

    /// <returns>The number of people whose data went with it; a conflict where it is no draft.</returns>
    public async Task<Outcome<DeletedCohort>> DeleteAsync(CohortSnapshot cohort, CancellationToken cancellation)
    {
        var id = cohort.Cohort.CohortId;
        if (cohort.Cohort is not ({ Status: CohortStatus.Draft } or { Status: CohortStatus.Closed, StartedAt: null }))
        {
            return Refusal.Conflict(
                "Only a draft can be deleted; this cohort was started. Call it off instead, by a change. Then people's data is "
                    + "erased by their own clocks, with a receipt to each.");
        }

        // From then on nobody can start it or be added; a deletion that was cut short is taken up again.
        var ended = await store.ReplaceAsync(cohort, cohort.Cohort with { Status = CohortStatus.Closed }, Overtaken, cancellation);
        return await ended.ThenAsync<DeletedCohort>(async _ =>
        {
            var people = await EveryoneAsync(id, cancellation);
            var now = clock.GetUtcNow();
            await eraser.EraseAsync(id, [.. people.Select(p => new Erasure(p.Id, ErasureReason.Draft, _ => true, null))], now,
                cancellation);
            await files.EraseAsync(id, now, cancellation);
            await store.DeleteAsync(id, CoordinatorRules.DocumentId, cancellation);
            await store.DeleteAsync(id, Cohort.DocumentId, cancellation);
            return new DeletedCohort(id, people.Count);
        });
    }

    /// <summary>Those whose adding came too late: the draft was deleted in that moment.</summary>
    public async Task<bool> EraseStrandedAsync(string cohortId, CancellationToken cancellation)
    {
        if (await store.FindAsync<Cohort>(cohortId, Cohort.DocumentId, cancellation) is { Value: { } cohort }
            && cohort is not { Status: CohortStatus.Closed, StartedAt: null })
        {
            return false;
        }

        var people = await EveryoneAsync(cohortId, cancellation);
        await eraser.EraseAsync(
            cohortId, [.. people.Select(p => new Erasure(p.Id, ErasureReason.Draft, _ => true, null))], clock.GetUtcNow(), cancellation);
        return true;
    }

    private async Task<IReadOnlyList<Person>> EveryoneAsync(string cohortId, CancellationToken cancellation) =>
        [.. (await store.ListAsync<Person>(cohortId, Person.DocumentKind, cancellation)).Select(p => p.Value)];
}

/// <param name="People">Whose data went with it.</param>
public sealed record DeletedCohort(string Id, int People);
