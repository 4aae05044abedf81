using Microsoft.DurableTask;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>Runs a task again after a failure, inside the orchestrator: each wait is a durable timer.</summary>
internal static class Retrying
{
    public static Task<T> RunAsync<T>(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => ByPolicyAsync(context, policy, attempt),
        { Handler: { } handler } => ByHandlerAsync(context, handler, attempt),
        _ => attempt(),
    };

    private static async Task<T> ByPolicyAsync<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var began = context.CurrentUtcDateTime;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException) when (attempts < policy.MaxNumberOfAttempts && !TimeIsUp(context, policy, began))
            {
                await context.CreateTimer(WaitAfter(policy, attempts), CancellationToken.None);
            }
        }
    }

    private static async Task<T> ByHandlerAsync<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var began = context.CurrentUtcDateTime;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure)
            {
                var about = new RetryContext(
                    context, attempts, failure.FailureDetails, context.CurrentUtcDateTime - began, CancellationToken.None);
                if (!await handler(about))
                    throw;
            }
        }
    }

    private static bool TimeIsUp(TaskOrchestrationContext context, RetryPolicy policy, DateTime began)
        => policy.RetryTimeout != Timeout.InfiniteTimeSpan && context.CurrentUtcDateTime - began >= policy.RetryTimeout;

    private static TimeSpan WaitAfter(RetryPolicy policy, int attempts)
    {
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }
}
