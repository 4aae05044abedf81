using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Functions.Orchestrations;

/// <summary>
/// Runs one cohort, one move a generation: asks the rules what to do now, does it or waits for it, and continues as new.
/// It holds no rule and no personal data; the store is the truth and an event is only a nudge to look at it again.
/// </summary>
public static class CohortOrchestrator
{
    public const string Nudge = "nudge";

    /// <summary>No sleep is longer, so that a lost nudge heals itself.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(24);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(15);

    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 5,
            firstRetryInterval: TimeSpan.FromSeconds(2),
            backoffCoefficient: 3,
            maxRetryInterval: TimeSpan.FromMinutes(2)));

    [Function(nameof(CohortOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string cohortId)
    {
        try
        {
            var move = await context.CallActivityAsync<NextMove>(ActivityNames.DecideNextMove, cohortId, Retried);
            context.SetCustomStatus(new CohortProgress(move.Kind.ToString(), move.StepId, move.Until));
            switch (move.Kind)
            {
                case MoveKind.End:
                    return;
                case MoveKind.Perform:
                    await context.CallActivityAsync(ActivityNames.PerformStep, new StepTicket(cohortId, move.StepId!), Retried);
                    break;
                case MoveKind.SendMail:
                    var wave = new SubOrchestrationOptions(instanceId: $"{context.InstanceId}:wave-{context.NewGuid():N}");
                    await context.CallSubOrchestratorAsync(nameof(WaveOrchestrator), cohortId, wave);
                    break;
                default:
                    await SleepAsync(context, Sooner(move.Until, context.CurrentUtcDateTime + LongestSleep));
                    break;
            }
        }
        catch (TaskFailedException failed)
        {
            // Shown to administrators; the type only, because a message may carry anything.
            context.SetCustomStatus(new CohortProgress("Trouble", failed.TaskName, null, failed.FailureDetails.ErrorType));
            await context.CallActivityAsync(
                ActivityNames.NoteTrouble, new TroubleTicket(cohortId, failed.TaskName, failed.FailureDetails.ErrorType));
            await SleepAsync(context, context.CurrentUtcDateTime + AfterTrouble);
        }

        context.ContinueAsNew(cohortId);
    }

    private static async Task SleepAsync(TaskOrchestrationContext context, DateTime until)
    {
        using var awake = new CancellationTokenSource();
        var nudge = context.WaitForExternalEvent<object?>(Nudge, awake.Token);
        var alarm = context.CreateTimer(until, awake.Token);
        await Task.WhenAny(nudge, alarm);
        // The synchronous call: awaiting anything but the context would leave the orchestrator's own thread.
#pragma warning disable CA1849, MA0042 // for that reason
        awake.Cancel();
#pragma warning restore CA1849, MA0042
    }

    private static DateTime Sooner(DateTimeOffset? asked, DateTime cap) => asked is { } at && at.UtcDateTime < cap ? at.UtcDateTime : cap;
}

/// <summary>What an administrator sees of a cohort's orchestrator.</summary>
/// <param name="Until">UTC; until when it sleeps.</param>
/// <param name="Error">The type of what went wrong.</param>
public sealed record CohortProgress(string Doing, string? Step, DateTimeOffset? Until, string? Error = null);
