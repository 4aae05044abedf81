using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Privacy;

namespace ReverseMentoring.Functions.Tests.Activities;

/// <summary>
/// A store that now and then fails just after a write by an activity has gone through, as a crash would look to the next attempt.
/// </summary>
internal sealed class StumblingStore(ICohortStore inner, int oneIn, Random chance) : ICohortStore
{
    /// <summary>How many changes the cohort had when it was last written.</summary>
    private int _changes;

    public int Stumbles { get; private set; }

    public Task<Stored<T>?> FindAsync<T>(string cohortId, string id, CancellationToken cancellation)
        where T : class, IDocument => inner.FindAsync<T>(cohortId, id, cancellation);

    public Task<IReadOnlyList<Stored<T>>> ListAsync<T>(string cohortId, string kind, CancellationToken cancellation)
        where T : class, IDocument => inner.ListAsync<T>(cohortId, kind, cancellation);

    public Task<IReadOnlyList<OwnedDocument>> ListOwnedAsync(string cohortId, string ownerId, CancellationToken cancellation) =>
        inner.ListOwnedAsync(cohortId, ownerId, cancellation);

    public Task<IReadOnlyList<string>> ListCohortsAsync(CancellationToken cancellation) => inner.ListCohortsAsync(cancellation);

    public async Task<bool> TryCreateAsync<T>(T document, CancellationToken cancellation)
        where T : class, IDocument => After(document, await inner.TryCreateAsync(document, cancellation));

    public async Task<bool> TryReplaceAsync<T>(T document, string etag, CancellationToken cancellation)
        where T : class, IDocument => After(document, await inner.TryReplaceAsync(document, etag, cancellation));

    public async Task DeleteAsync(string cohortId, string id, CancellationToken cancellation)
    {
        // Before, because after the last one there is nothing left to be taken up again; and seldom, because there are hundreds at once.
        Stumble(10 * oneIn);
        await inner.DeleteAsync(cohortId, id, cancellation);
    }

    /// <summary>By a coordinator, who is not to be disturbed either.</summary>
    private bool IsChanged(Cohort cohort)
    {
        var before = _changes;
        _changes = cohort.Changes.Count;
        return _changes > before;
    }

    private bool After(IDocument document, bool written)
    {
        // What only activities write: a person who posts a form is not to be disturbed here. And what is told of before it is
        // settled: this play hears of an email, or a pair, from the observer alone.
        var disturbs = document is OutboxMail { IsOpen: true, Template: not ("portrait-receipt" or "session-date") }
            || (document is Cohort { Steps.Count: > 0 } cohort && !IsChanged(cohort))
            || document is Pair { EndedAt: not null } or Report or ErasureProof or Proposal { ReleasedAt: null };
        if (written && disturbs)
        {
            // A proof is written three times, for dozens of people at once.
            Stumble(document is ErasureProof ? 3 * oneIn : oneIn);
        }

        return written;
    }

    private void Stumble(int one)
    {
#pragma warning disable CA5394 // The same chance each time is what a test wants.
        if (chance.Next(one) == 0)
#pragma warning restore CA5394
        {
            Stumbles++;
            throw new IOException("The store stumbled.");
        }
    }
}
