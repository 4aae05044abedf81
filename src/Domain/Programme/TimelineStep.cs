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

    /// <summary>Whence it was moved to a working morning; null where it keeps its date.</summary>
    public MovedStep? Moved { get; init; }

    /// <summary>Why the day on which it stays, and that lies ahead, is not worked, such as "Saturday"; null where it is.</summary>
    public string? DayOff { get; init; }

    /// <summary>When the emails about it go out (UTC), where that is on the next working morning.</summary>
    public DateTimeOffset? MailFrom { get; init; }

    /// <summary>Its place among steps of the same instant.</summary>
    public int Order => Declaration?.Order ?? int.MaxValue;

    public string Kind => Declaration?.Kind ?? Name;
}

/// <param name="From">UTC; the date that the timetable gives it.</param>
/// <param name="Because">Why that day is not worked, such as "Saturday".</param>
public sealed record MovedStep(DateTimeOffset From, string Because);

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
