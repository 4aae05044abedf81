using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>An action new in this turn: its record for history, and what else is needed to carry it out.</summary>
internal sealed record NewAction(ActionTaken Taken, string? Payload = null);

/// <summary>The actions of an orchestrator, matched against history as it is replayed.</summary>
internal sealed class OrchestratorActions(string orchestrator, string instance)
{
    private readonly SortedDictionary<int, NewAction> unmatched = [];
    private int nextId;

    public int TakeId() => nextId++;

    public void Add(NewAction action) => unmatched.Add(action.Taken.Id, action);

    /// <summary>What the code did that history has no record of: at the end of a turn, the turn's own actions.</summary>
    public IReadOnlyCollection<NewAction> Unmatched => unmatched.Values;

    /// <exception cref="HistoryMismatchException">The code did something else at this step, or nothing.</exception>
    public void Match(ActionTaken recorded)
    {
        if (!unmatched.Remove(recorded.Id, out var found))
            throw Mismatch(recorded.Id, Describe(recorded), "nothing");
        if (!IsSame(recorded, found.Taken))
            throw Mismatch(recorded.Id, Describe(recorded), Describe(found.Taken));
    }

    /// <exception cref="HistoryMismatchException">The code did more than this turn did when it was first run.</exception>
    public void EnsureAllMatched()
    {
        foreach (var extra in unmatched.Values)
            throw Mismatch(extra.Taken.Id, "nothing", Describe(extra.Taken));
    }

    public HistoryMismatchException EndedEarly(HistoryEvent? next)
        => Mismatch(nextId, next is ActionTaken action ? Describe(action) : "something to wait for", "the end of the orchestrator");

    // A timer's instant may come from stored data that has changed since; official replay does not compare it either.
    private static bool IsSame(ActionTaken recorded, ActionTaken found) => (recorded, found) switch
    {
        (ActivityScheduled a, ActivityScheduled b) => SameName(a.Name, b.Name),
        (ChildScheduled a, ChildScheduled b) => SameName(a.Name, b.Name),
        (EventSent a, EventSent b) => SameName(a.Name, b.Name),
        _ => recorded.GetType() == found.GetType(),
    };

    private static bool SameName(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Describe(ActionTaken action) => action switch
    {
        ActivityScheduled a => $"activity '{a.Name}'",
        ChildScheduled a => $"sub-orchestration '{a.Name}'",
        EventSent a => $"an event '{a.Name}' sent",
        TimerCreated a => $"a timer for {a.FireAt:u}",
        _ => action.GetType().Name,
    };

    private HistoryMismatchException Mismatch(int id, string expected, string found) => new(
        $"Orchestrator '{orchestrator}' no longer follows the history of instance '{instance}': as its step {id} history expects " +
        $"{expected}, and the code came to {found}. Either the code changed while the instance was running, or it takes time, ids, " +
        "chance or settings from elsewhere than its context. Run the code this instance began with, or end it and start it again.");
}

/// <summary>Replay took another path than history says.</summary>
internal sealed class HistoryMismatchException(string message) : Exception(message);
