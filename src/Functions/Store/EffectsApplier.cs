using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Files;

namespace ReverseMentoring.Functions.Store;

/// <summary>Writes a step's effects to the store, in an order that a crash between any two writes cannot spoil.</summary>
/// <remarks>Emails first, so that none is lost; the record that the step is done last, so that an unfinished one is taken up again.</remarks>
public sealed class EffectsApplier(ICohortStore store, Eraser eraser, CohortFiles files, ICohortObserver observer)
{
    public async Task ApplyAsync(TimelineStep step, Effects effects, string cohortId, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var mail in effects.Mails)
        {
            await store.TryCreateAsync(mail, cancellation);
        }

        if (effects.Proposal is { } proposal)
        {
            await store.PutAsync(proposal, cancellation);
        }

        if (effects.Report is { } report)
        {
            await store.TryCreateAsync(report, cancellation);
            await files.SaveReportAsync(cohortId, cancellation);
        }

        foreach (var pair in effects.NewPairs)
        {
            if (await store.TryCreateAsync(pair, cancellation))
            {
                observer.Matched(cohortId, pair.Id, pair.MentorId, pair.MenteeId, now);
            }
        }

        foreach (var offer in effects.NewOffers)
        {
            await store.TryCreateAsync(offer, cancellation);
        }

        // People before their pairs and offers: one that has ended no longer says whose mentoring ended with it, to a step that is taken up again.
        foreach (var change in effects.People)
        {
            await store.UpdateAsync<Person>(cohortId, change.PersonId, change.Apply, cancellation);
        }

        foreach (var change in effects.Pairs)
        {
            await store.UpdateAsync<Pair>(cohortId, change.PairId, change.Apply, cancellation);
        }

        foreach (var change in effects.Offers)
        {
            await store.UpdateAsync<MatchOffer>(cohortId, MatchOffer.IdOf(change.PairId), change.Apply, cancellation);
        }

        await eraser.EraseAsync(cohortId, effects.Erasures, now, cancellation);
        if (effects.ErasesFiles)
        {
            await files.EraseAsync(cohortId, now, cancellation);
        }

        var record = new StepRecord(step.Id, step.Name, step.Due ?? now, now, effects.Skipped);
        await store.UpdateAsync<Cohort>(cohortId, Cohort.DocumentId, c => c.HasDone(step.Id) ? c : effects.Cohort(c).WithDone(record), cancellation);
        observer.StepDone(cohortId, step.Id, step.Name, effects.Skipped, now);
    }
}
