namespace ReverseMentoring.Domain.Programme;

/// <summary>One step of a cohort and where it stands.</summary>
/// <param name="Id">Unique in the cohort; the name, with a date or number where there are several.</param>
/// <param name="Number">The session, reflection, event or reminder it is about, counted from 1; else 0.</param>
/// <param name="Due">UTC; null where it waits for somebody's decision.</param>
/// <param name="WaitsFor">In a few words, what has to happen first; null where only the date decides.</param>
public sealed record TimelineStep(
    string Id, string Name, StepKind Kind, int Number, DateTimeOffset? Due, StepState State, DateTimeOffset? DoneAt = null, string? WaitsFor = null)
{
    /// <summary>The person a withdrawal is about (an id).</summary>
    public string? PersonId { get; init; }

    /// <summary>The pair, or pair to be, that a question of consent is about.</summary>
    public string? PairId { get; init; }
}

public enum StepState
{
    Done,

    /// <summary>It came too late to be true and was left out.</summary>
    Skipped,

    /// <summary>Its time has come.</summary>
    Due,

    /// <summary>Its date lies ahead.</summary>
    Upcoming,

    /// <summary>It cannot be done, whatever the date, before <see cref="TimelineStep.WaitsFor"/>.</summary>
    Waiting,
}
