using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Operations;

/// <summary>
/// Erases what is due in a cohort whose orchestrator an administrator has stopped: people's clocks run on. Nothing is sent, so that the
/// address of somebody who is gone is not kept for a receipt either.
/// </summary>
public sealed class StoppedCohorts(CohortReader reader, EffectsApplier applier, ICohortStore store, TimeProvider clock)
{
    /// <summary>More than there are people in any cohort.</summary>
    private const int MostSteps = 10_000;

    /// <returns>The number of steps performed.</returns>
    public async Task<int> EraseDueAsync(string cohortId, CancellationToken cancellation)
    {
        var steps = 0;
        while (steps < MostSteps)
        {
            var now = clock.GetUtcNow();
            var cohort = await reader.ReadAsync(cohortId, cancellation);
            var step = MentoringProgramme.TimelineOf(cohort, now).Steps
                .FirstOrDefault(s => s is { State: StepState.Due, Declaration.OutlivesStop: true });
            if (step is null)
            {
                break;
            }

            var read = await reader.ReadAsync(step.Declaration!.Reads, cohortId, cancellation);
            var effects = MentoringProgramme.Declared.Plan(step, cohort, read, now);
            await applier.ApplyAsync(step, effects.WithoutReceipts(), cohortId, now, cancellation);
            steps++;
        }

        await ForgetDepartedAsync(cohortId, cancellation);
        return steps;
    }

    private async Task ForgetDepartedAsync(string cohortId, CancellationToken cancellation)
    {
        foreach (var mail in await store.ListAsync<OutboxMail>(cohortId, OutboxMail.OpenKind, cancellation))
        {
            if (mail.Value.Departed is not null)
            {
                await store.UpdateAsync<OutboxMail>(
                    cohortId,
                    mail.Value.Id,
                    m => m.IsOpen ? m.Settled(MailState.Skipped, clock.GetUtcNow(), "an administrator had stopped the cohort") : m,
                    cancellation);
            }
        }
    }
}
