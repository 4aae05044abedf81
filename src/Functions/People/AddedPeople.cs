using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.People;

/// <param name="Rows">What became of each, in the order in which they were sent.</param>
/// <param name="File">How a table was read; left out for a JSON list.</param>
public sealed record AddedPeople(int Added, int AlreadyThere, int Refused, IReadOnlyList<RowOutcome> Rows, ReadFile? File)
{
    /// <returns>A refusal where not one row could be taken.</returns>
    internal static Outcome<AddedPeople> Of(IReadOnlyList<RowOutcome> rows, ReadFile? file)
    {
        int Count(RowOutcomeKind kind) => rows.Count(r => r.Outcome == kind);
        return Count(RowOutcomeKind.Refused) == rows.Count && rows.Count > 0
            ? Refusal.Invalid([.. rows.SelectMany(r => r.Problems ?? [])])
            : new AddedPeople(Count(RowOutcomeKind.Added), Count(RowOutcomeKind.AlreadyThere), Count(RowOutcomeKind.Refused), rows, file);
    }
}

/// <param name="Place">"row 2" of a table, or "/0" of a list.</param>
/// <param name="Id">The person's; left out where the row was refused.</param>
public sealed record RowOutcome(string Place, RowOutcomeKind Outcome, string? Id, IReadOnlyList<Problem>? Problems)
{
    /// <summary>UTC; the time to answer of somebody who was added after the pen-portrait deadline.</summary>
    public DateTimeOffset? AnswerBy { get; init; }
}

public enum RowOutcomeKind
{
    Added,
    AlreadyThere,
    Refused,
}
