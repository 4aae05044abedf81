using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>
/// What a file of people does to a cohort, row by row, before anything is written. An address can be in a cohort once, however often and
/// from wherever it is sent.
/// </summary>
public static class PeopleUpload
{
    /// <param name="left">Ids of the addresses at which somebody has left (<see cref="LeftAddress"/>).</param>
    /// <param name="newId">The id of the next person who is added.</param>
    public static Outcome<PeopleUploadPlan> Plan(
        CohortSnapshot cohort, IReadOnlyList<PersonRow> rows, IReadOnlySet<string> left, Func<string> newId, DateTimeOffset now)
    {
        var people = cohort.People.DistinctBy(p => KeyOf(p.Email)).ToDictionary(p => KeyOf(p.Email), StringComparer.Ordinal);
        var read = rows.Select(r => (Row: r, Person: r.ToPerson(cohort.Cohort.CohortId, newId(), cohort.Scheme, now))).ToList();
        var whyNotAdd = LateJoiners.WhyNotAdd(cohort, now);
        if (whyNotAdd is not null
            && (LateJoiners.HasEnded(cohort) || !read.Exists(r => r.Person.Succeeded && people.ContainsKey(KeyOf(r.Person.Value.Email)))))
        {
            return whyNotAdd;
        }

        var answerBy = LateJoiners.AnswerByFor(cohort, now);
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        var decisions = new List<RowDecision>();
        foreach (var (row, person) in read)
        {
            var decision = !person.Succeeded ? RowDecision.Refused(row.Place, person.Problems)
                : people.TryGetValue(KeyOf(person.Value.Email), out var stored)
                ? Again(PersonUpdate.Decide(cohort, row, person.Value, stored, now), told.GetValueOrDefault(stored.Id))
                : left.Contains(LeftAddress.IdOf(cohort.Cohort.CohortId, person.Value.Email)) ? HasLeft(row)
                : whyNotAdd is not null ? RowDecision.Refused(row.Place, [new Problem(row.Place, whyNotAdd.Advice)])
                : Added(row, person.Value with { AnswerBy = answerBy });
            decisions.Add(decision);
            if (decision.Person is { } then)
            {
                people[KeyOf(then.Email)] = then;
                told.TryAdd(then.Id, row.Place);
            }
        }

        return new PeopleUploadPlan(decisions, LabelWarnings.Of(people.Values, cohort.Scheme));
    }

    private static RowDecision HasLeft(PersonRow row) => RowDecision.Refused(row.Place, [new Problem(
        $"{row.Place}, email",
        "The person at this address has left this cohort and asked for their data to be deleted, so nothing is sent to them again. "
            + "They can "
            + "join another cohort.")]);

    private static RowDecision Added(PersonRow row, Person person) =>
        new(row.Place, RowOutcomeKind.Added) { Person = person, PersonId = person.Id };

    /// <summary>Of two rows about one person that say different things nobody knows which is right; the first was taken.</summary>
    private static RowDecision Again(RowDecision decision, string? toldIn) =>
        toldIn is null || decision.Outcome != RowOutcomeKind.Changed ? decision
        : RowDecision.Refused(decision.Place, [.. decision.Changed.Select(c => new Problem(
            $"{decision.Place}, {c}", $"{toldIn} is about the same address and says something else here. This row was not taken."))])
            with
        { PersonId = decision.PersonId };

    private static string KeyOf(string email) => EmailAddress.KeyOf(email);
}

/// <param name="Rows">In the order in which they were sent.</param>
/// <param name="Warnings">About everybody in the cohort, as it then stands.</param>
public sealed record PeopleUploadPlan(IReadOnlyList<RowDecision> Rows, LabelWarnings Warnings);
