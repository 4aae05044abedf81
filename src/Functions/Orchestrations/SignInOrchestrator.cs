using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ReverseMentoring.Functions.Orchestrations;

/// <summary>
/// Sends one link to sign in with, if the address is one of the staff's; off the request, so that a stranger waits as long.
/// </summary>
public static class SignInOrchestrator
{
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 3));

    [Function(nameof(SignInOrchestrator))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string requestId) =>
        context.CallActivityAsync(ActivityNames.SendSignIn, requestId, Retried);
}
