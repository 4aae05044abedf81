using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.History;
using CoreEvent = DurableTask.Core.History.HistoryEvent;
using HistoryEvent = ReverseMentoring.LocalHost.Durable.History.HistoryEvent;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>Our history as the official executor reads it, each event with the instant (UTC) of the turn it was lived through in.</summary>
internal static class ToCore
{
    // What is not an action of the orchestrator has no number of its own.
    private const int NoNumber = -1;

    public static List<CoreEvent> Events(OrchestrationStart start, IReadOnlyList<HistoryEvent> history)
    {
        var events = new List<CoreEvent>(history.Count);
        var at = default(DateTime);
        foreach (var happened in history)
        {
            if (happened is TurnStarted turn)
            {
                at = turn.At;
            }

            var translated = Event(start, happened);
            translated.Timestamp = at;
            events.Add(translated);
        }

        return events;
    }

    public static FailureDetails Failure(Failure failure) => new(
        failure.Type, failure.Message, failure.Stack, failure.Inner is { } inner ? Failure(inner) : null, isNonRetriable: false);

    /// <summary>The last event of an ended instance.</summary>
    public static CoreEvent End(string? output, OrchestrationRuntimeStatus status, FailureDetails? failure, DateTime at)
        => new ExecutionCompletedEvent(NoNumber, output, OfStatus(status), failure) { Timestamp = at };

    private static OrchestrationStatus OfStatus(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed => OrchestrationStatus.Completed,
        OrchestrationRuntimeStatus.Failed => OrchestrationStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => OrchestrationStatus.Terminated,
        OrchestrationRuntimeStatus.Pending => OrchestrationStatus.Pending,
        OrchestrationRuntimeStatus.Suspended => OrchestrationStatus.Suspended,
        OrchestrationRuntimeStatus.Running => OrchestrationStatus.Running,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No state of an orchestration."),
    };

    private static CoreEvent Event(OrchestrationStart start, HistoryEvent happened) => happened switch
    {
        TurnStarted => new OrchestratorStartedEvent(NoNumber),
        Started => Beginning(start),
        ActivityScheduled it => new TaskScheduledEvent(it.Id, it.Name, it.Version, null),
        ActivityCompleted it => new TaskCompletedEvent(NoNumber, it.Id, it.Result),
        ActivityFailed it => new TaskFailedEvent(NoNumber, it.Id, it.Failure.Message, null, Failure(it.Failure)),
        ChildScheduled it => new SubOrchestrationInstanceCreatedEvent(it.Id) { Name = it.Name, InstanceId = it.Instance },
        ChildCompleted it => new SubOrchestrationInstanceCompletedEvent(NoNumber, it.Id, it.Result),
        ChildFailed it => new SubOrchestrationInstanceFailedEvent(NoNumber, it.Id, it.Failure.Message, null, Failure(it.Failure)),
        TimerCreated it => new TimerCreatedEvent(it.Id, it.FireAt),
        TimerFired it => new TimerFiredEvent(NoNumber) { TimerId = it.Id },
        EventSent it => new EventSentEvent(it.Id) { InstanceId = it.Instance, Name = it.Name },
        EventRaised it => new EventRaisedEvent(NoNumber, it.Payload) { Name = it.Name },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is a request to the engine and never part of a history."),
    };

    private static ExecutionStartedEvent Beginning(OrchestrationStart start) => new(NoNumber, start.Input)
    {
        Name = start.Name,
        Version = start.Version ?? string.Empty,
        Tags = start.Tags?.ToDictionary(StringComparer.Ordinal),
        OrchestrationInstance = new() { InstanceId = start.InstanceId, ExecutionId = $"{start.Execution}" },
        ParentInstance = start.Parent is { } parent
            ? new() { Name = parent.Name, OrchestrationInstance = new() { InstanceId = parent.InstanceId } }
            : null,
    };
}
