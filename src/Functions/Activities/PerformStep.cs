using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Telemetry;

namespace ReverseMentoring.Functions.Activities;

/// <summary>Performs one step. A step that is done, or not due, is left alone, so running it twice is running it once.</summary>
public sealed class PerformStep(CohortReader reader, EffectsApplier applier, ServiceTelemetry telemetry, TimeProvider clock)
{
    [Function(ActivityNames.PerformStep)]
    public async Task RunAsync([ActivityTrigger] StepTicket ticket, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var cohort = await reader.ReadAsync(ticket.CohortId, cancellation);
        if (MentoringProgramme.TimelineOf(cohort, now).Find(ticket.StepId) is not { State: StepState.Due } step)
        {
            return;
        }

        using var span = telemetry.Start($"step {step.Name}", ActivityNames.PerformStep, ticket.CohortId)?.SetTag(Tags.StepId, step.Id)
            .SetTag(Tags.Step, step.Name);
        try
        {
            var read = await reader.ReadAsync(step.Declaration?.Reads ?? [], ticket.CohortId, cancellation);
            var effects = MentoringProgramme.Declared.Plan(step, cohort, read, now);
            await applier.ApplyAsync(step, effects, ticket.CohortId, now, cancellation);
            span?.SetTag(Tags.Outcome, effects.Skipped ? "skipped" : "done");
        }
        catch (Exception failure)
        {
            span.Failed(failure);
            throw;
        }

        if (now - step.Due > ServiceTelemetry.OverdueAfter)
        {
            telemetry.OverdueSteps.Add(1, new KeyValuePair<string, object?>(Tags.Step, step.Name));
        }
    }
}
