namespace ReverseMentoring.Domain.Programme;

/// <summary>One step of a cohort and where it stands.</summary>
/// <param name="Id">Unique in the cohort; the name, with a date or number where there are several.</param>
/// <param name="Declaration">Null for a step that lies behind and was recorded by a version which had other kinds.</param>
/// <param name="Due">UTC; null where it waits for somebody's decision.</param>
/// <param name="WaitsFor">In a few words, what has to happen first; null where only the date decides.</param>
public sealed record TimelineStep(
    string Id, string Name, StepDeclaration? Declaration, DateTimeOffset? Due, StepState State, DateTimeOffset? DoneAt =
        null, string? WaitsFor = null)
{
    /// <summary>The session, reflection, event or reminder it is about, counted from 1; else 0.</summary>
    public int Number { get; init; }

    /// <summary>The person it is about (an id).</summary>
    public string? PersonId { get; init; }

    /// <summary>The pair, or pair to be, that it is about.</summary>
    public string? PairId { get; init; }

    /// <inheritdoc cref="StepOccurrence.IsSettled"/>
    public bool IsSettled { get; init; }

    /// <summary>When it can be performed (UTC): its date, or some minutes later, where late answers are waited for.</summary>
    public DateTimeOffset? Ready => Declaration is { WaitsForLate: true } && !IsSettled ? Due + Time.Deadlines.Grace : Due;

    /// <summary>Its place among steps of the same instant.</summary>
    public int Order => Declaration?.Order ?? int.MaxValue;

    public string Kind => Declaration?.Kind ?? Name;
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
