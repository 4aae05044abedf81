using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.DurablePatterns;

/// <summary>Failures and retries.</summary>
public static class Failures
{
    private static readonly ConcurrentDictionary<string, int> Attempts = new(StringComparer.Ordinal);

    public static Pattern Uncaught { get; } = Pattern.OfOne(
        "Failure: one that nobody catches fails the orchestration, the activity's failure within",
        nameof(LetsThrough),
        null,
        Outcome.Failed(
            "Microsoft.DurableTask.TaskFailedException: Task 'Fails' (#0) failed with an unhandled exception: no such pair" +
            " < System.InvalidOperationException: no such pair < System.FormatException: because of this"));

    public static Pattern Caught { get; } = Pattern.OfOne(
        "Failure: one that is caught tells the task, the type and the cause",
        nameof(Catches),
        null,
        Outcome.Completed("\"Fails System.InvalidOperationException True False: no such pair\""));

    public static Pattern Policy { get; } = Pattern.OfOne(
        "Retry: by a policy, until it succeeds", nameof(RetriesByPolicy), 2, Outcome.Completed("3"));

    public static Pattern PolicyGivesUp { get; } = Pattern.OfOne(
        "Retry: by a policy, until its last attempt",
        nameof(RetriesByPolicy),
        9,
        Outcome.Failed(
            "Microsoft.DurableTask.TaskFailedException: Task 'FailsAtFirst' (#4) failed with an unhandled exception: attempt 3" +
            " < System.TimeoutException: attempt 3"));

    public static Pattern HandleFailure { get; } = Pattern.OfOne(
        "Retry: HandleFailure says which failures are worth another attempt",
        nameof(RetriesTimeoutsOnly),
        null,
        Outcome.Completed("\"System.InvalidOperationException after 1\""));

    public static Pattern Handler { get; } = Pattern.OfOne(
        "Retry: a handler decides by the failure and the number of attempts", nameof(RetriesByHandler), 2, Outcome.Completed("3"));

    [Function(nameof(LetsThrough))]
    public static Task LetsThrough([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        return context.CallActivityAsync(nameof(Fails), "LetsThrough");
    }

    [Function(nameof(Catches))]
    public static async Task<string> Catches([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallActivityAsync(nameof(Fails), "Catches");
            return "not failed";
        }
        catch (TaskFailedException failure)
        {
            var details = failure.FailureDetails;
            return $"{failure.TaskName} {details.ErrorType} {details.IsCausedBy<InvalidOperationException>()} " +
                $"{details.IsCausedBy<TimeoutException>()}: {details.ErrorMessage}";
        }
    }

    [Function(nameof(RetriesByPolicy))]
    public static Task<int> RetriesByPolicy([OrchestrationTrigger] TaskOrchestrationContext context, int failures)
    {
        return context.CallActivityAsync<int>(
            nameof(FailsAtFirst), new Attempt(
                $"{context.InstanceId}", failures), TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(100))));
    }

    [Function(nameof(RetriesTimeoutsOnly))]
    public static async Task<string> RetriesTimeoutsOnly([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var policy = new RetryPolicy(maxNumberOfAttempts: 3, firstRetryInterval: TimeSpan.FromMilliseconds(100))
        {
            HandleFailure = details => details.IsCausedBy<TimeoutException>(),
        };
        try
        {
            await context.CallActivityAsync(nameof(Fails), context.InstanceId, TaskOptions.FromRetryPolicy(policy));
            return "not failed";
        }
        catch (TaskFailedException failure)
        {
            var attempts = await context.CallActivityAsync<int>(nameof(CountsAttempts), context.InstanceId);
            return $"{failure.FailureDetails.ErrorType} after {attempts}";
        }
    }

    [Function(nameof(RetriesByHandler))]
    public static Task<int> RetriesByHandler([OrchestrationTrigger] TaskOrchestrationContext context, int failures)
    {
        return context.CallActivityAsync<int>(
            nameof(FailsAtFirst),
            new Attempt(context.InstanceId, failures),
            TaskOptions.FromRetryHandler(
                retry => retry.LastAttemptNumber < 5 && retry.LastFailure.ErrorMessage.StartsWith("attempt", StringComparison.Ordinal)));
    }

    [Function(nameof(Fails))]
    public static void Fails([ActivityTrigger] string instance)
    {
        Attempts.AddOrUpdate(instance, 1, (_, before) => before + 1);
        throw new InvalidOperationException("no such pair", new FormatException("because of this"));
    }

    [Function(nameof(FailsAtFirst))]
    public static int FailsAtFirst([ActivityTrigger] Attempt attempt)
    {
        var number = Attempts.AddOrUpdate(attempt.Instance, 1, (_, before) => before + 1);
        return number > attempt.Failures ? number : throw new TimeoutException($"attempt {number}");
    }

    [Function(nameof(CountsAttempts))]
    public static int CountsAttempts([ActivityTrigger] string instance) => Attempts.GetValueOrDefault(instance);

    public sealed record Attempt(string Instance, int Failures);
}
