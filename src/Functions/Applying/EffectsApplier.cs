using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Applying;

/// <summary>
/// Writes effects to the store, in an order that a crash between any two writes cannot spoil. Applied twice they are applied once.
/// </summary>
public sealed class EffectsApplier(ICohortStore store, Eraser eraser, CohortFiles files, ICohortObserver observer)
{
    /// <summary>
    /// A step: emails first, so that none is lost when a step is planned anew from what was written; the record that it is done last, so
    /// that an
    /// unfinished one is taken up again.
    /// </summary>
    public async Task ApplyAsync(TimelineStep step, Effects effects, string cohortId, DateTimeOffset now, CancellationToken cancellation)
    {
        await PlanMailsAsync(effects, cancellation);
        await WriteAsync(effects, new Writer(store, cohortId, isAnswer: false, cancellation), cohortId, now, cancellation);
        await eraser.EraseAsync(cohortId, effects.Erasures, now, cancellation);
        if (effects.ErasesFiles)
        {
            await files.EraseAsync(cohortId, now, cancellation);
        }

        var record = new StepRecord(step.Id, step.Name, step.Due ?? now, now, effects.Skipped) { Kind = step.Kind, Number = step.Number };
        await store.UpdateAsync<Cohort>(
            cohortId, Cohort.DocumentId, c => c.HasDone(step.Id) ? c : effects.Cohort(c).WithDone(record), cancellation);
        observer.StepDone(cohortId, step.Id, step.Name, effects.Skipped, now);
    }

    /// <summary>An answer: what the person wrote first, so that no email says that it has arrived before it has.</summary>
    /// <exception cref="OwnerErasedException">The person is being erased, or what it changes is gone; it was not taken.</exception>
    /// <exception cref="AnswerOvertakenException">What it is about changed at that moment; it was not taken.</exception>
    public async Task ApplyAnswerAsync(Effects effects, string cohortId, DateTimeOffset now, CancellationToken cancellation)
    {
        await WriteAsync(effects, new Writer(store, cohortId, isAnswer: true, cancellation), cohortId, now, cancellation);
        await PlanMailsAsync(effects, cancellation);
    }

    private async Task PlanMailsAsync(Effects effects, CancellationToken cancellation)
    {
        foreach (var mail in effects.Mails)
        {
            await store.TryCreateAsync(mail, cancellation);
        }
    }

    private async Task WriteAsync(
        Effects effects, Writer writer, string cohortId, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var write in effects.InOrder)
        {
            if (await write.Accept(writer))
            {
                write.Note?.Invoke(observer, now);
            }
        }

        foreach (var file in effects.Files)
        {
            await files.MakeAsync(cohortId, file, cancellation);
        }
    }

    /// <summary>Answers true where the write brought something new.</summary>
    /// <param name="isAnswer">Nothing a person wrote is dropped in silence; what a step changes about somebody who is gone is.</param>
    private sealed class Writer(
        ICohortStore store, string cohortId, bool isAnswer, CancellationToken cancellation) : IDocumentWriteVisitor<Task<bool>>
    {
        public Task<bool> Create<T>(DocumentWrite.Create<T> write)
            where T : class, IDocument =>
            store.TryCreateAsync(write.Document, cancellation);

        public async Task<bool> Put<T>(DocumentWrite.Put<T> write)
            where T : class, IDocument
        {
            await store.PutAsync(write.Document, cancellation);
            return true;
        }

        public async Task<bool> Change<T>(DocumentWrite.Change<T> write)
            where T : class, IDocument =>
            await store.UpdateAsync<T>(cohortId, write.Id, stored => WhyNot(write, stored) is { } problem
                    ? throw new AnswerOvertakenException(problem)
                    : write.Apply(stored), cancellation) is not null
                || (isAnswer ? throw new OwnerErasedException() : false);

        private Problem? WhyNot<T>(DocumentWrite.Change<T> write, T stored)
            where T : class, IDocument =>
            isAnswer ? write.WhyNot?.Invoke(stored) : null;
    }
}
