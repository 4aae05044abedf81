using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Replay;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Finds the code of an orchestrator; null when there is none of this name.</summary>
internal delegate OrchestratorCode? FindOrchestrator(string name);

/// <summary>Gives each instance with something new its turn.</summary>
internal sealed class TurnRunner(TaskHub hub, FindOrchestrator find, Executions executions, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<TurnRunner>();

    public async Task RunAsync(CancellationToken stopping)
    {
        await foreach (var instance in hub.Turns.ReadAllAsync(stopping))
        {
            Run(instance, () => { });
        }
    }

    /// <summary>Runs a turn; <c>committed</c> is called when all that came of it is safe and under way.</summary>
    public void Run(Instance instance, Action committed)
    {
        try
        {
            RunTurn(instance, committed);
        }
#pragma warning disable CA1031 // An error of the host's own: it stops saying that all is well, and says why.
        catch (Exception exception)
        {
            hub.Fault(exception);
        }
#pragma warning restore CA1031
    }

    private void RunTurn(Instance instance, Action committed)
    {
        var messages = instance.Take();
        var current = messages.Where(message => message.Execution is not { } execution || execution == instance.Execution).ToList();
        var commit = new TurnCommit(hub, instance, messages.Except(current));
        if (current.Find(message => message.Event is TerminateRequested) is { Event: TerminateRequested terminate })
        {
            commit.Terminated(current, terminate.Output);
            executions.Forget(instance.Execution);
        }
        else if (current.Exists(message => message.Event is ForeignAwaitSeen))
        {
            commit.Ended(current, TurnResult.Failed(new InvalidOperationException(ForeignAwait.Message(instance.Name))));
            executions.Forget(instance.Execution);
        }
        else
        {
            RunOrPark(instance, current, commit);
        }

        commit.Post(status => Log(instance, status), committed);
    }

    private void RunOrPark(Instance instance, List<Message> current, TurnCommit commit)
    {
        var suspended = instance.IsSuspended;
        foreach (var message in current)
        {
            if (message.Event is SuspendRequested or ResumeRequested)
            {
                suspended = message.Event is SuspendRequested;
            }
        }
        var happened = current.Where(message => message.Event is not ControlRequest).ToList();
        if (suspended || !instance.MayStart)
        {
            commit.Parked(current.Except(happened), happened, suspended);
            return;
        }
        var present = Present(instance, happened);
        if (present.Count == 1)
        {
            commit.Parked(current, [], suspended);
            return;
        }
        DurableMeter.Turns.Add(1);
        DurableMeter.Messages.Add(present.Count - 1);
        commit.Lived(current, present, Run(instance, present));
    }

    private List<HistoryEvent> Present(Instance instance, List<Message> happened)
    {
        List<HistoryEvent> present = [new TurnStarted(hub.Now)];
        if (instance.Turns == 0)
        {
            present.Add(new Started());
        }

        present.AddRange(happened.Select(message => message.Event));
        return present;
    }

    private TurnResult Run(Instance instance, List<HistoryEvent> present)
    {
        if (find(instance.Name) is not { } code)
        {
            return TurnResult.Failed(new InvalidOperationException(
                $"There is no orchestrator named '{instance.Name}' in this app. "
                    + "Was it renamed or removed while the instance was running?"));
        }

        var execution = instance.Execution;
        return executions.Run(
            instance.Start, code, instance.History, present, () => hub.Deliver(instance, new(new ForeignAwaitSeen(), execution)));
    }

    private void Log(Instance instance, OrchestrationRuntimeStatus status)
    {
        var level = status == OrchestrationRuntimeStatus.Failed ? LogLevel.Error : LogLevel.Information;
        _logger.Log(level, "Orchestration {Name} {Instance} is now {Status}.", instance.Name, instance.Id, status);
    }
}
