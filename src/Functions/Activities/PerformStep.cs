using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain.Steps;
using ReverseMentoring.Domain.Timeline;
using ReverseMentoring.Functions.Cohorts;

namespace ReverseMentoring.Functions.Activities;

/// <summary>Performs one step. A step that is done, or not due, is left alone, so running it twice is running it once.</summary>
public sealed class PerformStep(CohortReader reader, StepApplier applier, TimeProvider clock)
{
    [Function(nameof(PerformStep))]
    public async Task RunAsync([ActivityTrigger] StepTicket ticket, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var cohort = await reader.ReadForStepAsync(ticket.CohortId, cancellation);
        if (CohortTimeline.Of(cohort, now).Find(ticket.StepId) is { State: StepState.Due } step)
        {
            await applier.ApplyAsync(step, StepPlanner.Plan(step, cohort, now), ticket.CohortId, now, cancellation);
        }
    }
}
