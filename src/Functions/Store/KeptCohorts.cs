using System.Collections.Concurrent;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Store;

/// <summary>
/// Cohorts as they were read, each by the store's mark of it. What a cohort's mark no longer tells is never given out, so nothing has to be
/// told of changes. None of the documents in it expires.
/// </summary>
internal sealed class KeptCohorts
{
    /// <summary>People, pairs and waiting emails of all that is kept: some tens of megabytes.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, (string Mark, ReadCohort Cohort)> _kept = new(StringComparer.Ordinal);

    /// <summary>How many documents are kept, about: two that come at once may be counted once.</summary>
    private int _documents;

    public ReadCohort? Find(string cohortId, string mark) =>
        _kept.TryGetValue(cohortId, out var kept) && kept.Mark == mark ? kept.Cohort : null;

    public void Keep(string cohortId, string mark, ReadCohort cohort)
    {
        _kept.TryGetValue(cohortId, out var before);
        if (Interlocked.Add(ref _documents, cohort.Documents - (before.Cohort?.Documents ?? 0)) > Most)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _documents, cohort.Documents);
        }

        _kept[cohortId] = (mark, cohort);
    }

    public void Forget(string cohortId)
    {
        if (_kept.TryRemove(cohortId, out var gone))
        {
            Interlocked.Add(ref _documents, -gone.Cohort.Documents);
        }
    }
}

/// <summary>A cohort with all its waiting emails, as they were read together.</summary>
/// <param name="Cohort">Without what the time says of its emails.</param>
internal sealed record ReadCohort(CohortSnapshot Cohort, IReadOnlyList<OutboxMail> Open)
{
    public int Documents => Cohort.People.Count + Cohort.Pairs.Count + Cohort.Offers.Count + Open.Count;

    /// <param name="now">UTC.</param>
    public CohortSnapshot At(DateTimeOffset now) => Cohort with
    {
        OpenMails = Open.Count(m => m.MayBeTried(now)),
        MailWaitsUntil = Open.Where(m => !m.MayBeTried(now)).Min(m => m.NotBefore),
    };
}
