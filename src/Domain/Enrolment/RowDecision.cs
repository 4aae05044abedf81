using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>What becomes of one row of a people's file.</summary>
/// <param name="Place">"row 2" of a table, or "/0" of a list.</param>
public sealed record RowDecision(string Place, RowOutcomeKind Outcome)
{
    /// <summary>As they then stand; null where the row was refused.</summary>
    public Person? Person { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The columns in which the person is changed.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>The columns that say otherwise than the person, whose own answer stands.</summary>
    public IReadOnlyList<string> OwnAnswer { get; init; } = [];

    /// <summary>Null where the row was refused before anybody was found.</summary>
    public string? PersonId { get; init; }

    public static RowDecision Refused(string place, IReadOnlyList<Problem> problems) =>
        new(place, RowOutcomeKind.Refused) { Problems = problems };
}

/// <summary>What became of a row.</summary>
public enum RowOutcomeKind
{
    Added,

    /// <summary>The person was there; what differed was changed.</summary>
    Changed,

    /// <summary>The person was there, and was left as they are.</summary>
    AlreadyThere,

    Refused,
}
