using DurableTask.Core;
using DurableTask.Core.History;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>One turn of a history: what was before it, what happened in it, and what the orchestrator did.</summary>
internal sealed record Turn(IReadOnlyList<HistoryEvent> Past, IReadOnlyList<HistoryEvent> Present, IReadOnlyList<string> Actions);

/// <summary>Cuts a history into its turns.</summary>
internal static class Turns
{
    public static IReadOnlyList<Turn> Of(IList<HistoryEvent> history)
    {
        var starts = Enumerable.Range(0, history.Count).Where(i => history[i] is OrchestratorStartedEvent).ToList();
        return [.. starts.Select((from, n) =>
        {
            var to = n + 1 < starts.Count ? starts[n + 1] : history.Count;
            var events = history.Skip(from).Take(to - from).ToList();
            var ended = events.OfType<ExecutionCompletedEvent>().Where(end => end.OrchestrationStatus != OrchestrationStatus.Terminated);
            return new Turn(
                [.. history.Take(from)],
                [.. events.Where(happened => happened is not ExecutionCompletedEvent && Action(happened) is null)],
                [.. events.Select(Action)
                    .OfType<string>(), .. ended.Select(end => $"end {end.Result ?? end.FailureDetails?.ErrorMessage}")]);
        })];
    }

    private static string? Action(HistoryEvent happened) => happened switch
    {
        TaskScheduledEvent it => $"{it.EventId} activity {it.Name}",
        TimerCreatedEvent it => $"{it.EventId} timer {it.FireAt:O}",
        SubOrchestrationInstanceCreatedEvent it => $"{it.EventId} child {it.Name} {it.InstanceId}",
        EventSentEvent it => $"{it.EventId} event {it.Name} to {it.InstanceId}",
        _ => null,
    };
}
