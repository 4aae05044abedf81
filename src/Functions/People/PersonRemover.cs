using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.People;

/// <summary>
/// Takes somebody off a cohort. In a draft their data goes at once, since they never heard of it; later it is as if they had left, and they
/// are told who did it.
/// </summary>
public sealed class PersonRemover(ICohortStore store, Eraser eraser, TimeProvider clock)
{
    /// <param name="isShared">Two people asked for it, where the scheme has it so (<see cref="TwoPeople.DecideAsync"/>).</param>
    public async Task<Outcome<RemovedPerson>> RemoveAsync(
        CohortSnapshot cohort, string personId, Removal asked, bool isShared, CancellationToken cancellation)
    {
        if (!isShared && TwoPeople.WhyNotAlone(cohort, SharedDecision.Removal) is { } refusal)
        {
            return refusal;
        }

        var id = cohort.Cohort.CohortId;
        if (cohort.FindPerson(personId) is not { TakesPart: true })
        {
            return new Refusal(
                RefusalKind.NotFound,
                "There is no such person in the cohort", $"Nothing was changed. GET api/cohorts/{id}/people lists everybody.");
        }

        var now = clock.GetUtcNow();
        var change = new AppliedChange(now, $"removed {personId}", null, null, asked.Reason);
        await store.UpdateAsync<Cohort>(id, Cohort.DocumentId, c => c with { Changes = [.. c.Changes, change] }, cancellation);
        if (cohort.Cohort.Status == CohortStatus.Draft)
        {
            await eraser.EraseAsync(id, [new Erasure(personId, ErasureReason.Removed, _ => true, null)], now, cancellation);
        }
        else
        {
            await store.UpdateAsync<Person>(id, personId, p => p.Remove(now), cancellation);
        }

        return new RemovedPerson(id, personId, Removed: true);
    }

    /// <summary>
    /// Somebody said by another way, such as a telephone, that the invitation is not for them: as if they had said so themselves.
    /// </summary>
    /// <param name="isShared">Two people asked for it, where the scheme has it so (<see cref="TwoPeople.DecideAsync"/>).</param>
    public async Task<Outcome<RemovedPerson>> DeclineAsync(
        CohortSnapshot cohort, string personId, bool isShared, CancellationToken cancellation)
    {
        if (!isShared && TwoPeople.WhyNotAlone(cohort, SharedDecision.Removal) is { } refusal)
        {
            return refusal;
        }

        var id = cohort.Cohort.CohortId;
        if (cohort.FindPerson(personId) is not { TakesPart: true, Portrait: null } || !EnrolmentSteps.Opens.IsDone(cohort.Cohort))
        {
            return Refusal.Conflict("Only somebody who is invited and has not answered can decline. Take them off instead.");
        }

        var now = clock.GetUtcNow();
        await store.UpdateAsync<Person>(id, personId, p => p.Portrait is null ? p.Decline(now) : p, cancellation);
        return new RemovedPerson(id, personId, Removed: true);
    }
}

/// <param name="Id">The cohort's.</param>
/// <param name="Person">Their id, which leads to nobody any more.</param>
public sealed record RemovedPerson(string Id, string Person, bool Removed);
