using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.People;

/// <param name="DryRun">Nothing was written and nobody is written to; the rest says what the same file would do.</param>
/// <param name="Rows">What became of each, in the order in which they were sent.</param>
/// <param name="Warnings">What a human should look at in the cohort as it then stands; nothing was refused for it.</param>
/// <param name="File">How a table was read; left out for a JSON list.</param>
public sealed record AddedPeople(
    bool DryRun, int Added, int Changed, int AlreadyThere, int Refused,
    IReadOnlyList<RowOutcome> Rows, LabelWarnings Warnings, ReadFile? File)
{
    /// <returns>A refusal where not one row could be taken.</returns>
    internal static Outcome<AddedPeople> Of(bool dryRun, IReadOnlyList<RowOutcome> rows, LabelWarnings warnings, ReadFile? file)
    {
        int Count(RowOutcomeKind kind) => rows.Count(r => r.Outcome == kind);
        return Count(RowOutcomeKind.Refused) == rows.Count && rows.Count > 0
            ? Refusal.Invalid([.. rows.SelectMany(r => r.Problems ?? [])])
            : new AddedPeople(
                dryRun, Count(RowOutcomeKind.Added), Count(RowOutcomeKind.Changed), Count(RowOutcomeKind.AlreadyThere),
                Count(RowOutcomeKind.Refused), rows, warnings, file);
    }
}

/// <param name="Place">"row 2" of a table, or "/0" of a list.</param>
/// <param name="Id">The person's; left out where there is nobody (yet).</param>
/// <param name="Problems">Why the row was refused.</param>
public sealed record RowOutcome(string Place, RowOutcomeKind Outcome, string? Id, IReadOnlyList<Problem>? Problems)
{
    /// <summary>The columns in which the person was changed; left out where none was.</summary>
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>Columns that say otherwise than the person's own answer, which stands; left out where none does.</summary>
    public IReadOnlyList<string>? OwnAnswer { get; init; }

    /// <summary>UTC; the time to answer of somebody who was added after the pen-portrait deadline.</summary>
    public DateTimeOffset? AnswerBy { get; init; }

    /// <param name="isStored">Whether the person has an id that anybody could use.</param>
    internal static RowOutcome Of(RowDecision decision, bool isStored) =>
        new(
            decision.Place,
            decision.Outcome,
            isStored ? decision.PersonId : null,
            decision.Problems.Count > 0 ? decision.Problems : null)
        {
            Changed = decision.Changed.Count > 0 ? decision.Changed : null,
            OwnAnswer = decision.OwnAnswer.Count > 0 ? decision.OwnAnswer : null,
            AnswerBy = decision.Outcome == RowOutcomeKind.Added ? decision.Person?.AnswerBy : null,
        };
}
