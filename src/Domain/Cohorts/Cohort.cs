using System.Globalization;
using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Documents;

namespace ReverseMentoring.Domain.Cohorts;

/// <summary>A cohort as stored: what was laid down, and what has been done so far.</summary>
public sealed record Cohort : IDocument
{
    public const string DocumentId = "cohort";

    public required CohortDefinition Definition { get; init; }

    public required CohortStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public bool Paused { get; init; }

    /// <summary>When the coordinator's address was corrected (UTC); null: it is the first one.</summary>
    public DateTimeOffset? CoordinatorAddressSince { get; init; }

    /// <summary>Since when the mail provider no longer delivers to the coordinator's address (UTC).</summary>
    public DateTimeOffset? CoordinatorSuppressedAt { get; init; }

    /// <summary>In the order they were done.</summary>
    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    public IReadOnlyList<AppliedChange> Changes { get; init; } = [];

    /// <summary>Written together with the change, so that nobody hears of one that was not stored and none that was stays untold.</summary>
    public IReadOnlyList<UntoldChange> Untold { get; init; } = [];

    /// <summary>The last change, while it can be taken back; null: there is none.</summary>
    public UndoableChange? Undoable { get; init; }

    public string CohortId => Definition.Id;

    public string Id => DocumentId;

    public string Kind => "cohort";

    public static string OrchestrationId(string cohortId) => $"cohort-{cohortId}";

    /// <summary>From its start until its last erasure an orchestrator runs it; before and after, none is there to be woken.</summary>
    [JsonIgnore]
    public bool HasOrchestrator => Status is CohortStatus.Running or CohortStatus.Cancelled;

    public bool HasDone(string stepId) => Steps.Any(s => s.Id == stepId);

    /// <summary>Recording the same step again changes nothing.</summary>
    public Cohort WithDone(StepRecord step) => HasDone(step.Id) ? this : this with { Steps = [.. Steps, step] };
}

public enum CohortStatus
{
    Draft,
    Running,

    /// <summary>Called off; only retention and erasure still happen.</summary>
    Cancelled,

    /// <summary>The last personal record is gone.</summary>
    Closed,
}

/// <summary>A step that lies behind the cohort.</summary>
/// <param name="Skipped">It came too late to still be true (an outage, a moved date) and was left out.</param>
public sealed record StepRecord(string Id, string Name, DateTimeOffset Due, DateTimeOffset DoneAt, bool Skipped = false)
{
    private readonly string? _kind;

    /// <summary>The declared kind of the step; of one recorded before kinds were, its name.</summary>
    public string Kind
    {
        get => _kind ?? Name;
        init => _kind = value;
    }

    /// <summary>The session, reflection, event or reminder it was about, counted from 1; else 0.</summary>
    public int Number { get; init; }
}

/// <summary>A change the coordinator made to a running cohort, with its reason.</summary>
public sealed record AppliedChange(DateTimeOffset At, string What, string? Old, string? New, string Reason)
{
    /// <summary>None for what was changed in another way than by a request for a change.</summary>
    public ChangeKind Kind { get; init; }

    /// <summary>The gathering that it was about, by its name among the steps; null: none.</summary>
    public string? Gathering { get; init; }
}

public enum ChangeKind
{
    None,
    ExtendDeadline,
    MoveEvent,
    Pause,
    Resume,
    Cancel,

    /// <summary>A gathering does not take place.</summary>
    CancelEvent,

    /// <summary>How to join a gathering.</summary>
    SetJoining,

    /// <summary>Takes the last change back, of which nobody has heard.</summary>
    Undo,
}

/// <summary>What a change replaced.</summary>
/// <param name="Number">The change's place among the cohort's, counted from 1.</param>
public sealed record UndoableChange(int Number, DateTime PortraitDeadline, DateTime ReleaseBy, IReadOnlyList<CohortEvent> Events);

/// <summary>A change whose emails are still to be planned.</summary>
/// <param name="Number">Its place among the cohort's changes, counted from 1.</param>
/// <param name="People">Ids of those to tell.</param>
public sealed record UntoldChange(int Number, IReadOnlyList<string> People)
{
    public string StepId() => string.Create(CultureInfo.InvariantCulture, $"change-{Number}");
}
