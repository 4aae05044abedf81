using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.People;

/// <summary>Adds and changes people row by row, as <see cref="PeopleUpload"/> decides; a dry run only says what it decided.</summary>
public sealed class PeopleAdder(ICohortStore store, IMakeIds ids, DraftKeeper drafts, TimeProvider clock)
{
    /// <param name="applied">
    /// What else is known of somebody who applied by themselves; null: the coordinator adds them. Who left and applies comes by their own
    /// wish.
    /// </param>
    public async Task<Outcome<AddedPeople>> TakeAsync(
        CohortSnapshot cohort, PeopleTable table, bool dryRun, CancellationToken cancellation, Func<Person, Person>? applied = null)
    {
        // One instant for the whole request: people added together are reminded and counted together.
        var now = clock.GetUtcNow();
        var left = applied is null
            ? await store.ListAsync<LeftAddress>(cohort.Cohort.CohortId, LeftAddress.DocumentKind, cancellation)
            : [];
        var planned = PeopleUpload.Plan(
            cohort, table.Rows, left.Select(l => l.Value.Id).ToHashSet(StringComparer.Ordinal), ids.NewPersonId, now);
        if (!planned.Succeeded)
        {
            return planned.Refusal;
        }

        var (decisions, warnings) = planned.Value;
        var outcomes = new List<RowOutcome>();
        foreach (var (row, decision) in table.Rows.Zip(decisions))
        {
            outcomes.Add(dryRun
                ? RowOutcome.Of(decision, isStored: decision.PersonId is { } id && cohort.FindPerson(id) is not null)
                : RowOutcome.Of(await WriteAsync(cohort, row, Applied(decision, applied), now, cancellation), isStored: true));
        }

        if (!dryRun && await drafts.EraseStrandedAsync(cohort.Cohort.CohortId, cancellation))
        {
            return Refusal.NoCohort();
        }

        return AddedPeople.Of(dryRun, outcomes, warnings, table.File);
    }

    private static RowDecision Applied(RowDecision decision, Func<Person, Person>? applied) =>
        decision is { Outcome: RowOutcomeKind.Added, Person: { } person } && applied is not null
            ? decision with { Person = applied(person) }
            : decision;

    private async Task<RowDecision> WriteAsync(
        CohortSnapshot cohort, PersonRow row, RowDecision decision, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return decision switch
            {
                { Outcome: RowOutcomeKind.Added, Person: { } person } => await AddAsync(cohort, row, decision, person, now, cancellation),
                { Outcome: RowOutcomeKind.Changed, Person: { } person } =>
                    await ChangeAsync(cohort, row, person.Id, now, cancellation) ?? Gone(row),
                _ => decision,
            };
        }
        catch (OwnerErasedException)
        {
            return Gone(row);
        }
    }

    private async Task<RowDecision> AddAsync(
        CohortSnapshot cohort, PersonRow row, RowDecision decision, Person person, DateTimeOffset now, CancellationToken cancellation)
    {
        var claim = new AddressClaim { CohortId = person.CohortId, Id = AddressClaim.IdOf(person.Email), PersonId = person.Id };
        if (!await store.TryCreateAsync(claim, cancellation))
        {
            var standing = (await store.FindAsync<AddressClaim>(person.CohortId, claim.Id, cancellation))?.Value.PersonId ?? person.Id;
            person = person with { Id = standing };
        }

        if (!await store.TryCreateAsync(person, cancellation))
        {
            // Somebody else sent the same address meanwhile.
            return await ChangeAsync(cohort, row, person.Id, now, cancellation) ?? Gone(row);
        }

        if (EnrolmentSteps.Opens.IsDone(cohort.Cohort))
        {
            await store.TryCreateAsync(OutboxMail.Planned(
                person.CohortId, EnrolmentSteps.Opens.Kind, EnrolmentEmails.Invitation.Template, person.Id, now), cancellation);
        }

        return decision with { Person = person, PersonId = person.Id };
    }

    /// <summary>Decided anew on the person as stored at that moment: they may have answered, or left.</summary>
    /// <returns>Null where they are gone.</returns>
    private async Task<RowDecision?> ChangeAsync(
        CohortSnapshot cohort, PersonRow row, string personId, DateTimeOffset now, CancellationToken cancellation)
    {
        RowDecision? decided = null;
        var stands = await store.UpdateAsync<Person>(
            cohort.Cohort.CohortId,
            personId,
            stored =>
            {
                decided = row.ToPerson(cohort.Cohort.CohortId, personId, cohort.Scheme, now) is { Succeeded: true, Value: var read }
                    ? PersonUpdate.Decide(cohort, row, read, stored, now)
                    : throw new InvalidOperationException($"{row.Place} was decided on although it can't be read.");
                return decided is { Outcome: RowOutcomeKind.Changed, Person: { } changed } ? changed : stored;
            },
            cancellation);
        return stands is null ? null : decided;
    }

    private static RowDecision Gone(PersonRow row) =>
        RowDecision.Refused(row.Place, [new Problem(row.Place, "This person left the scheme at this very moment; nothing was written.")]);
}
