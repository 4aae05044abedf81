using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Staff;

/// <summary>The two-person rule: who asks first is put down, and what is asked is done when a second person asks for the same.</summary>
public sealed class TwoPeople(ICohortStore store, TimeProvider clock)
{
    private const string ByOneAlone =
        "In this scheme two people decide on that together, each signed in by themselves. Nothing was changed. Do it in the console.";

    /// <summary>Whether the scheme lets nobody decide on this alone. A draft is nobody's business but its coordinator's.</summary>
    public static bool Asks(CohortSnapshot cohort, SharedDecision what) =>
        cohort.Cohort.Status != CohortStatus.Draft && cohort.Scheme.TwoPeople.Contains(what);

    /// <summary>Why a caller of whom nobody knows who they are may not decide on this; null where they may.</summary>
    public static Refusal? WhyNotAlone(CohortSnapshot cohort, SharedDecision what) =>
        Asks(cohort, what) ? Refusal.Conflict(ByOneAlone) : null;

    /// <summary>Does what is asked where it may be done now; then nobody is waited for any more.</summary>
    /// <param name="by">The address of whoever asks; empty for the owner of the machine.</param>
    /// <param name="aboutId">The id of the person, or the version of the proposal.</param>
    /// <param name="details">What else is asked, which the second has to ask in the same way.</param>
    /// <returns>What came of it. Null where it is put down that they asked, for a second person to ask for the same.</returns>
    public async Task<Outcome<T>?> DecideAsync<T>(
        CohortSnapshot cohort, SharedDecision what, string by, string aboutId, string details, Func<Task<Outcome<T>>> act,
        CancellationToken cancellation)
        where T : notnull
    {
        if (!Asks(cohort, what))
        {
            return await act();
        }

        if (!await IsSecondAsync(cohort, what, by, aboutId, details, cancellation))
        {
            return null;
        }

        var done = await act();
        if (done.Succeeded)
        {
            await store.DeleteAsync(cohort.Cohort.CohortId, FirstOfTwo.IdOf(what, aboutId), cancellation);
        }

        return done;
    }

    private async Task<bool> IsSecondAsync(
        CohortSnapshot cohort, SharedDecision what, string by, string aboutId, string details, CancellationToken cancellation)
    {
        var asked = new FirstOfTwo
        {
            CohortId = cohort.Cohort.CohortId,
            What = what,
            AboutId = aboutId,
            Asked = Digest.Of(details),
            By = by,
            At = clock.GetUtcNow(),
        };
        var first = await store.FindAsync<FirstOfTwo>(asked.CohortId, asked.Id, cancellation);
        if (first is { Value: { } earlier } && earlier.IsMetBy(asked))
        {
            return true;
        }

        // Who asks for something else takes the place of whoever asked before.
        await store.PutAsync(asked, cancellation);
        return false;
    }

    /// <summary>What was asked for by one person and waits for a second.</summary>
    public async Task<IReadOnlyList<FirstOfTwo>> WaitingAsync(CohortSnapshot cohort, CancellationToken cancellation)
    {
        if (cohort.Scheme.TwoPeople.Count == 0)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        return [.. (await store.ListAsync<FirstOfTwo>(cohort.Cohort.CohortId, FirstOfTwo.DocumentKind, cancellation))
            .Select(f => f.Value).Where(f => now < f.ExpiresAt)];
    }
}
