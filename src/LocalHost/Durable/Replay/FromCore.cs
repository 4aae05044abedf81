using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>What the official executor made of a turn, in our records.</summary>
internal static class FromCore
{
    public static TurnResult Turn(OrchestrationStart start, OrchestratorExecutionResult result)
    {
        var end = EndOf(result);
        return Strayed(start, end)
            ?? End(end) with { Actions = [.. result.Actions.Where(action => action != end).Select(Action)] };
    }

    /// <summary>The failure of an orchestrator that does not follow its history; null when, replayed, it did no more and no less.</summary>
    /// <remarks>The official replay alone does not see code that does more than its history, or ends before it.</remarks>
    public static TurnResult? Mismatch(OrchestrationStart start, OrchestratorExecutionResult replayed)
    {
        if (EndOf(replayed) is { } end)
        {
            return Strayed(start, end)
                ?? Mismatch(start, "History expects something to wait for, and the code came to the end of the orchestrator.");
        }

        return replayed.Actions.FirstOrDefault() is { } more
            ? Mismatch(start, $"History expects nothing as step {more.Id}, and the code came to {Describe(Action(more).Taken)}.")
            : null;
    }

    public static Failure Failure(FailureDetails details) => new(
        details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? Failure(inner) : null);

    private static OrchestrationCompleteOrchestratorAction? EndOf(OrchestratorExecutionResult result) =>
        result.Actions.OfType<OrchestrationCompleteOrchestratorAction>().SingleOrDefault();

    /// <summary>What the official replay itself says of code that does otherwise than its history; null when it says nothing.</summary>
    private static TurnResult? Strayed(OrchestrationStart start, OrchestrationCompleteOrchestratorAction? end) =>
        end?.FailureDetails is { } failure && failure.ErrorType == typeof(NonDeterministicOrchestrationException).FullName
            ? Mismatch(start, failure.ErrorMessage)
            : null;

    private static TurnResult Mismatch(OrchestrationStart start, string difference) => new(TurnEnd.Failed)
    {
        Failure = new(
            typeof(NonDeterministicOrchestrationException).FullName!,
            $"Orchestrator '{start.Name}' no longer follows the history of instance '{start.InstanceId}'. {difference} Either the code " +
            "changed while the instance was running, or it takes time, ids, chance or settings from elsewhere than its context. Run the " +
            "code this instance began with, or end it and start it again.",
            null,
            null),
    };

    private static TurnResult End(OrchestrationCompleteOrchestratorAction? end) => end?.OrchestrationStatus switch
    {
        null => new(TurnEnd.Waiting),
        OrchestrationStatus.Completed => new(TurnEnd.Completed) { Output = end.Result },
        OrchestrationStatus.Failed => new(TurnEnd.Failed)
        {
            Failure = end.FailureDetails is { } details ? Failure(details) : new("(unknown)", end.Result ?? string.Empty, null, null),
        },
        OrchestrationStatus.ContinuedAsNew => new(TurnEnd.ContinuedAsNew)
        {
            Next = new(end.Result, end.NewVersion),
            CarriedOver = [.. end.CarryoverEvents.OfType<EventRaisedEvent>().Select(it => new EventRaised(it.Name, it.Input))],
        },
        _ => throw new InvalidOperationException($"The executor ended an orchestration as {end.OrchestrationStatus}, which it never does."),
    };

    private static NewAction Action(OrchestratorAction action) => action switch
    {
        ScheduleTaskOrchestratorAction it => new(new ActivityScheduled(it.Id, it.Name!, it.Version), OnlyArgument(it.Input)),
        CreateTimerOrchestratorAction it => new(new TimerCreated(it.Id, it.FireAt.ToUniversalTime())),
        CreateSubOrchestrationAction it => new(
            new ChildScheduled(it.Id, it.Name!, it.InstanceId!), it.Input, it.Version, it.Tags?.ToDictionary(StringComparer.Ordinal)),
        SendEventOrchestratorAction it => new(new EventSent(it.Id, it.Instance!.InstanceId, it.EventName!), it.EventData),
        _ => throw new InvalidOperationException($"The executor asked for {action.GetType().Name}, which it never does."),
    };

    // An activity's arguments come as a JSON array, and an activity function has one argument.
    private static string? OnlyArgument(string? arguments)
    {
        var one = arguments?.Trim()[1..^1];
        return one is null or "null" ? null : one;
    }

    private static string Describe(ActionTaken action) => action switch
    {
        ActivityScheduled it => $"activity '{it.Name}'",
        ChildScheduled it => $"sub-orchestration '{it.Name}'",
        EventSent it => $"an event '{it.Name}' sent",
        TimerCreated it => $"a timer for {it.FireAt:u}",
        _ => throw new InvalidOperationException($"{action.GetType().Name} has no description."),
    };
}
