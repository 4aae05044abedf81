using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ReverseMentoring.DurablePatterns;

/// <summary>What a client does to an orchestration.</summary>
public static class Management
{
    public static Pattern SuspendAndResume { get; } = new(
        "Suspend: an orchestration rests until it is resumed, then misses nothing",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(Waiting.WaitsTwice));
            await Pattern.UntilAsync(client, id, "waiting");
            await client.SuspendInstanceAsync(id, "for a while");
            await StatusAsync(client, id, OrchestrationRuntimeStatus.Suspended);
            await client.RaiseEventAsync(id, "reply", "one");
            await client.RaiseEventAsync(id, "reply", "two");
            await Task.Delay(TimeSpan.FromSeconds(1));
            await StatusAsync(client, id, OrchestrationRuntimeStatus.Suspended);
            await client.ResumeInstanceAsync(id, "on we go");
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"one, two\"", customStatus: "\"waiting again\""));

    public static Pattern Terminate { get; } = new(
        "Terminate: an orchestration ends with what the administrator says",
        async (client, id) =>
        {
            await Pattern.StartAsync(client, id, nameof(Waiting.WaitsTwice));
            await Pattern.UntilAsync(client, id, "waiting");
            await client.TerminateInstanceAsync(id, (object)"stopped");
            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        new(OrchestrationRuntimeStatus.Terminated, "\"stopped\"", "\"waiting\""));

    public static Pattern Purge { get; } = new(
        "Purge: an ended orchestration is forgotten",
        async (client, id) =>
        {
            await Pattern.RunAsync(client, id, nameof(Generations.CountsDown), 0);
            var purged = await client.PurgeInstanceAsync(id);
            if (purged.PurgedInstanceCount != 1)
            {
                throw new InvalidOperationException($"{purged.PurgedInstanceCount} instances were purged in place of one.");
            }
        },
        Outcome.Gone);

    public static Pattern Again { get; } = new(
        "Start: an id that is running is refused, one that has ended begins anew",
        async (client, id) =>
        {
            await Pattern.RunAsync(client, id, nameof(Generations.CountsDown), 0);
            await Pattern.StartAsync(client, id, nameof(Waiting.WaitsTwice));
            var options = new StartOrchestrationOptions(id).WithDedupeStatuses(
                OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync(nameof(Generations.CountsDown), 0, options);
                throw new InvalidOperationException("The second start was not refused.");
            }
            catch (OrchestrationAlreadyExistsException)
            {
                await client.RaiseEventAsync(id, "reply", "still");
                await client.RaiseEventAsync(id, "reply", "here");
            }

            await client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        },
        Outcome.Completed("\"still, here\"", customStatus: "\"waiting again\""));

    public static Pattern Nobody { get; } = Pattern.OfOne(
        "Failure: of the orchestrator itself",
        nameof(Children.FailingChild),
        null,
        Outcome.Failed("System.InvalidOperationException: the wave broke"));

    private static async Task StatusAsync(DurableTaskClient client, string id, OrchestrationRuntimeStatus expected)
    {
        for (var waited = 0; (await client.GetInstanceAsync(id))!.RuntimeStatus != expected; waited++)
        {
            if (waited > 200)
            {
                throw new TimeoutException($"{id} is not {expected}.");
            }

            await Task.Delay(50);
        }
    }
}
