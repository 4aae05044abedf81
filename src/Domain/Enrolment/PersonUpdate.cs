using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>
/// What a row changes about somebody who is in the cohort: until they are matched, whatever it says otherwise; after that how many pairs
/// they have room for, as long as there is a matching to come. A row is taken whole or not at all.
/// </summary>
public static class PersonUpdate
{
    /// <param name="row">Only the columns that it has are compared.</param>
    /// <param name="read">The row as a person.</param>
    /// <param name="stored">The person as they stand at this moment.</param>
    public static RowDecision Decide(CohortSnapshot cohort, PersonRow row, Person read, Person stored, DateTimeOffset now)
    {
        if (!stored.TakesPart)
        {
            return Refused([new Problem(row.Place, "This person has left the scheme; nothing about them is changed.")]);
        }

        var differing = PersonColumn.Of(cohort.Scheme).Where(c => row.Cells.ContainsKey(c.Name) && c.Differs(stored, read)).ToList();
        var own = differing.Where(c => c.IsAnswered(stored)).ToList();
        var changed = differing.Except(own).ToList();
        var problems = changed.SelectMany(c => WhyNot(cohort, row, c.Name, read, stored, now)).ToList();
        if (problems.Count > 0)
        {
            return Refused(problems);
        }

        return new RowDecision(row.Place, changed.Count > 0 ? RowOutcomeKind.Changed : RowOutcomeKind.AlreadyThere)
        {
            Person = changed.Aggregate(stored, (person, column) => column.Take(person, read)),
            PersonId = stored.Id,
            Changed = [.. changed.Select(c => c.Name)],
            OwnAnswer = [.. own.Select(c => c.Name)],
        };

        RowDecision Refused(IReadOnlyList<Problem> problems) => RowDecision.Refused(row.Place, problems) with { PersonId = stored.Id };
    }

    private static IEnumerable<Problem> WhyNot(
        CohortSnapshot cohort, PersonRow row, string column, Person read, Person stored, DateTimeOffset now)
    {
        var why = column switch
        {
            PersonColumn.Role when cohort.Cohort.Status != CohortStatus.Draft =>
                "The person has another role here, and once the cohort has started a role can't be changed. Nothing in this row was taken.",
            PersonColumn.MentorPlaces => WhyNotPlaces(cohort, read.MentorPlaces, cohort.MatchesAsMentor(stored.Id), now),
            PersonColumn.MenteePlaces => WhyNotPlaces(cohort, read.MenteePlaces, cohort.MatchesAsMentee(stored.Id), now),
            _ => cohort.Proposal is { } proposal && proposal.ProposedAt > stored.AddedAt
                ? $"A match was proposed with what was known of this person, so {column} can't be changed by a file any more; "
                    + "mentor_places and mentee_places still can. Nothing in this row was taken."
                : null,
        };
        return why is null ? [] : [new Problem($"{row.Place}, {column}", why)];
    }

    private static string? WhyNotPlaces(CohortSnapshot cohort, int places, int pairs, DateTimeOffset now) =>
        places < pairs ? $"The person has {pairs} matches on this side, more than the row leaves room for. Nothing in this row was taken."
        : cohort.Cohort.Status != CohortStatus.Draft && now >= cohort.Instant(cohort.Definition.Launch.At)
        ? "The cohort is past its launch: for how many pairs somebody has room is settled."
        : null;
}
