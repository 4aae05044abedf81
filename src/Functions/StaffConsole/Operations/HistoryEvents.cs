using DurableTask.Core.History;

namespace ReverseMentoring.Functions.StaffConsole.Operations;

/// <summary>
/// What happened to an orchestration, by kind, name and time: never what was put in or came out, nor the message of an error.
/// </summary>
internal static class HistoryEvents
{
    /// <param name="all">In which the beginning of what has ended is looked up.</param>
    /// <returns>Null for what only says that a turn began or ended.</returns>
    public static Dictionary<string, object?>? Of(HistoryEvent happened, IReadOnlyList<HistoryEvent> all) => happened switch
    {
        ExecutionStartedEvent started => Row(happened, "started", started.Name),
        TaskScheduledEvent scheduled => Row(happened, "scheduled", scheduled.Name),
        TaskCompletedEvent completed => Row(happened, "completed", NameOf(completed.TaskScheduledId, all)),
        TaskFailedEvent failed => Row(happened, "failed", NameOf(failed.TaskScheduledId, all), failed.FailureDetails?.ErrorType),
        SubOrchestrationInstanceCreatedEvent child => Row(happened, "child", child.Name, child.InstanceId),
        SubOrchestrationInstanceCompletedEvent ended => Row(happened, "child-completed", NameOf(ended.TaskScheduledId, all)),
        SubOrchestrationInstanceFailedEvent failed =>
            Row(happened, "child-failed", NameOf(failed.TaskScheduledId, all), failed.FailureDetails?.ErrorType),
        TimerCreatedEvent timer => Row(happened, "timer", null, Instants.InWords(Utc(timer.FireAt))),
        TimerFiredEvent => Row(happened, "fired", null),
        EventRaisedEvent raised => Row(happened, "event", raised.Name),
        EventSentEvent sent => Row(happened, "sent", sent.Name, sent.InstanceId),
        ExecutionSuspendedEvent => Row(happened, "suspended", null),
        ExecutionResumedEvent => Row(happened, "resumed", null),
        ExecutionTerminatedEvent => Row(happened, "terminated", null),
        ContinueAsNewEvent => Row(happened, "anew", null),
        ExecutionCompletedEvent end => Row(happened, "ended", end.OrchestrationStatus.ToString(), end.FailureDetails?.ErrorType),
        _ => null,
    };

    private static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));

    private static string? NameOf(int id, IReadOnlyList<HistoryEvent> all) => all.FirstOrDefault(e => e.EventId == id) switch
    {
        TaskScheduledEvent task => task.Name,
        SubOrchestrationInstanceCreatedEvent child => child.Name,
        _ => null,
    };

    private static Dictionary<string, object?> Row(HistoryEvent happened, string kind, string? name, string? more = null) =>
        Domain.Programme.TemplateValues.Of(
        ("at", Instants.InWords(Utc(happened.Timestamp))),
        ("kind", kind),
        ("name", name),
        ("more", more));
}
