using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Orchestrations;

/// <summary>
/// Sends a cohort's waiting emails at the pace the provider's quota allows. Throttling is an outcome with a time to wait,
/// slept out on a durable timer. It ends when none is left, when somebody's data has to go first, or after a while, to keep its history
/// short.
/// </summary>
public static class WaveOrchestrator
{
    private const int MostBatches = 30;

    /// <summary>So that a withdrawal never waits long for a throttled wave.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);

    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 5,
            firstRetryInterval: TimeSpan.FromSeconds(2),
            backoffCoefficient: 3,
            maxRetryInterval: TimeSpan.FromMinutes(2)));

    [Function(nameof(WaveOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string cohortId)
    {
        for (var batch = 0; batch < MostBatches; batch++)
        {
            var progress = await context.CallActivityAsync<WaveProgress>(
                ActivityNames.SendNextEmails, new WaveTicket(cohortId, context.InstanceId), Retried);
            context.SetCustomStatus(progress);
            if (progress.Waiting == 0 || progress.MakeWay)
            {
                return;
            }

            if (progress.AskAgainAt is { } at)
            {
                var cap = context.CurrentUtcDateTime + LongestSleep;
                await context.CreateTimer(at.UtcDateTime < cap ? at.UtcDateTime : cap, CancellationToken.None);
            }
        }
    }
}
