using Microsoft.Extensions.Logging;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Storage;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Runs an activity function on its serialized input, for an instance; returns its serialized output.</summary>
internal delegate Task<string?> ActivityCode(string? input, string instanceId, CancellationToken stopping);

/// <summary>Finds the code of an activity; null when there is none of this name.</summary>
internal delegate ActivityCode? FindActivity(string name);

/// <summary>Runs activities, each at least once: its row goes only with the turn that lives through its end.</summary>
internal sealed class ActivityRunner(TaskHub hub, FindActivity find, ILogger<ActivityRunner> logger)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        await foreach (var row in hub.Activities.ReadAllAsync(stopping))
        {
            await RunAsync(row, stopping);
        }
    }

    public async Task RunAsync(ActivityRow row, CancellationToken stopping)
    {
        DurableMeter.Activities.Add(1);
        if (await EndOfAsync(row, stopping) is { } ended)
        {
            hub.Deliver(row.Instance, new(ended, row.Execution, ActivityId: row.Id));
        }

        hub.Work.Leave();
    }

    // Null: the host is stopping, and the activity will run again when it starts.
    private async Task<ActionEnded?> EndOfAsync(ActivityRow row, CancellationToken stopping)
    {
        try
        {
            if (find(row.Name) is not { } code)
            {
                throw new InvalidOperationException(
                    $"There is no activity named '{row.Name}' in this app. Was it renamed or removed while an orchestration used it?");
            }

            return new ActivityCompleted(row.Task, await code(row.Input, row.Instance, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever an activity throws is its orchestrator's to handle.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogWarning("Activity {Name} of {Instance} failed: {Type}.", row.Name, row.Instance, exception.GetType());
            return new ActivityFailed(row.Task, Failure.From(exception));
        }
    }
}
