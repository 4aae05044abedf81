using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Functions.People;

/// <summary>Adds people row by row. An address can be in a cohort once, however often and from wherever it is sent.</summary>
public sealed class PeopleAdder(ICohortStore store, IMakeIds ids, TimeProvider clock)
{
    public async Task<IReadOnlyList<RowOutcome>> AddAsync(
        CohortSnapshot cohort, IReadOnlyList<PersonRow> rows, CancellationToken cancellation)
    {
        // One instant for the whole request: people added together are reminded and counted together.
        var now = clock.GetUtcNow();
        var answerBy = LateJoiners.AnswerByFor(cohort, now);
        var outcomes = new List<RowOutcome>();
        foreach (var row in rows)
        {
            var read = row.ToPerson(cohort.Cohort.CohortId, ids.NewPersonId(), cohort.Scheme, now);
            outcomes.Add(read.Succeeded
                ? await AddAsync(cohort, row.Place, read.Value with { AnswerBy = answerBy }, cancellation)
                : new RowOutcome(row.Place, RowOutcomeKind.Refused, null, read.Problems));
        }

        return outcomes;
    }

    private async Task<RowOutcome> AddAsync(CohortSnapshot cohort, string place, Person person, CancellationToken cancellation)
    {
        var claim = new AddressClaim { CohortId = person.CohortId, Id = AddressClaim.IdOf(person.Email), PersonId = person.Id };
        if (!await store.TryCreateAsync(claim, cancellation))
        {
            var standing = (await store.FindAsync<AddressClaim>(person.CohortId, claim.Id, cancellation))?.Value.PersonId ?? person.Id;
            person = person with { Id = standing };
        }

        if (!await store.TryCreateAsync(person, cancellation))
        {
            return new RowOutcome(place, RowOutcomeKind.AlreadyThere, person.Id, null);
        }

        if (EnrolmentSteps.Opens.IsDone(cohort.Cohort))
        {
            await store.TryCreateAsync(OutboxMail.Planned(
                person.CohortId, EnrolmentSteps.Opens.Kind, EnrolmentEmails.Invitation.Template, person.Id, clock.GetUtcNow()),
                    cancellation);
        }

        return new RowOutcome(place, RowOutcomeKind.Added, person.Id, null) { AnswerBy = person.AnswerBy };
    }
}
