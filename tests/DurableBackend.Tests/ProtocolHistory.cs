using DurableTask.Core.History;
using Google.Protobuf.WellKnownTypes;
using P = Microsoft.DurableTask.Protobuf;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>Events of a history as the protocol between host and worker carries them.</summary>
internal static class ProtocolHistory
{
    public static P.HistoryEvent Of(HistoryEvent happened)
    {
        var carried = new P.HistoryEvent
        {
            EventId = happened.EventId,
            Timestamp = Timestamp.FromDateTime(
            DateTime.SpecifyKind(happened.Timestamp, DateTimeKind.Utc))
        };
        switch (happened)
        {
            case OrchestratorStartedEvent:
                carried.OrchestratorStarted = new();
                break;
            case ExecutionStartedEvent it:
                carried.ExecutionStarted = Started(it);
                break;
            case TaskScheduledEvent it:
                carried.TaskScheduled = new() { Name = it.Name, Version = it.Version };
                break;
            case TaskCompletedEvent it:
                carried.TaskCompleted = new() { TaskScheduledId = it.TaskScheduledId, Result = it.Result };
                break;
            case TaskFailedEvent it:
                carried.TaskFailed = new() { TaskScheduledId = it.TaskScheduledId, FailureDetails = Failure(it.FailureDetails!) };
                break;
            case SubOrchestrationInstanceCreatedEvent it:
                carried.SubOrchestrationInstanceCreated = new() { InstanceId = it.InstanceId, Name = it.Name };
                break;
            case SubOrchestrationInstanceCompletedEvent it:
                carried.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = it.TaskScheduledId, Result = it.Result };
                break;
            case SubOrchestrationInstanceFailedEvent it:
                carried.SubOrchestrationInstanceFailed =
                    new() { TaskScheduledId = it.TaskScheduledId, FailureDetails = Failure(it.FailureDetails!) };
                break;
            case TimerCreatedEvent it:
                carried.TimerCreated = new() { FireAt = Timestamp.FromDateTime(it.FireAt) };
                break;
            case TimerFiredEvent it:
                carried.TimerFired =
                    new() { TimerId = it.TimerId, FireAt = Timestamp.FromDateTime(DateTime.SpecifyKind(it.FireAt, DateTimeKind.Utc)) };
                break;
            case EventSentEvent it:
                carried.EventSent = new() { InstanceId = it.InstanceId, Name = it.Name };
                break;
            case EventRaisedEvent it:
                carried.EventRaised = new() { Name = it.Name, Input = it.Input };
                break;
            default:
                throw new ArgumentException($"No turn begins with {happened.EventType}.", nameof(happened));
        }

        return carried;
    }

    private static P.ExecutionStartedEvent Started(ExecutionStartedEvent it)
    {
        var started = new P.ExecutionStartedEvent
        {
            Name = it.Name,
            Version = it.Version,
            Input = it.Input,
            OrchestrationInstance =
                new() { InstanceId = it.OrchestrationInstance.InstanceId, ExecutionId = it.OrchestrationInstance.ExecutionId },
        };
        if (it.ParentInstance is { } parent)
        {
            started.ParentInstance = new()
            {
                Name = parent.Name,
                Version = string.Empty,
                OrchestrationInstance = new() { InstanceId = parent.OrchestrationInstance.InstanceId },
            };
        }

        return started;
    }

    private static P.TaskFailureDetails Failure(DurableTask.Core.FailureDetails it)
    {
        var failure = new P.TaskFailureDetails { ErrorType = it.ErrorType, ErrorMessage = it.ErrorMessage, StackTrace = it.StackTrace };
        if (it.InnerFailure is { } inner)
        {
            failure.InnerFailure = Failure(inner);
        }

        return failure;
    }
}
