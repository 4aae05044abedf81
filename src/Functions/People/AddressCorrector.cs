using System.Globalization;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.FreshLinks;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Staff;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.People;

/// <summary>
/// Moves a person, or the coordinator, to another email address. Whoever reads the old one can open nothing of theirs any more.
/// </summary>
/// <remarks>Each write leaves a state from which the same request, sent again, goes on.</remarks>
public sealed class AddressCorrector(ICohortStore store, TimeProvider clock)
{
    /// <param name="personId">Of somebody who takes part, or "coordinator".</param>
    /// <param name="isShared">Two people asked for it, where the scheme has it so (<see cref="TwoPeople.DecideAsync"/>).</param>
    public async Task<Outcome<CorrectedAddress>> CorrectAsync(
        CohortSnapshot cohort, string personId, AddressCorrection correction, bool isShared, CancellationToken cancellation)
    {
        if (!isShared && TwoPeople.WhyNotAlone(cohort, SharedDecision.Address) is { } refusal)
        {
            return refusal;
        }

        var id = cohort.Cohort.CohortId;
        if (personId == OutboxMail.CoordinatorId)
        {
            await CorrectCoordinatorAsync(id, correction, cancellation);
        }
        else if (cohort.FindPerson(personId) is not { TakesPart: true } person)
        {
            return new Refusal(
                RefusalKind.NotFound,
                "Nobody in this cohort has this id",
                $"Nothing was changed. GET api/cohorts/{id}/matching and the emails about undelivered mail name the ids.");
        }
        else if (!await CorrectAsync(cohort, person, correction, cancellation))
        {
            return Refusal.Conflict("Somebody else in this cohort has this address. Nothing was changed.");
        }

        return new CorrectedAddress(id, personId, Corrected: true);
    }

    /// <returns>False where somebody else in the cohort has the address.</returns>
    private async Task<bool> CorrectAsync(
        CohortSnapshot cohort, Person person, AddressCorrection correction, CancellationToken cancellation)
    {
        var cohortId = cohort.Cohort.CohortId;
        var now = clock.GetUtcNow();
        var claim = new AddressClaim { CohortId = cohortId, Id = AddressClaim.IdOf(correction.Email), PersonId = person.Id };
        if (!await store.TryCreateAsync(claim, cancellation)
            && (await store.FindAsync<AddressClaim>(cohortId, claim.Id, cancellation))?.Value.PersonId != person.Id)
        {
            return false;
        }

        foreach (var link in (await store.ListOwnedAsync(cohortId, person.Id, cancellation)).Where(d => d.Kind == LinkGrant.DocumentKind))
        {
            await store.DeleteAsync(cohortId, link.Id, cancellation);
        }

        // Before the person moves: afterwards nothing would tell the address that is to hear of it.
        var hasBegun = EnrolmentSteps.Opens.IsDone(cohort.Cohort);
        var move = string.Create(CultureInfo.InvariantCulture, $"{claim.Id}-{person.AddressSince?.UtcDateTime:yyyyMMddHHmmssfff}");
        if (hasBegun && !person.IsAt(correction.Email) && DeliveryEmails.ToOldAddress(person, cohort, move, now) is { } toOld)
        {
            await store.TryCreateAsync(toOld, cancellation);
        }

        // Before the person moves too: afterwards nothing would tell which claim was theirs, and no erasure would find it.
        if (AddressClaim.IdOf(person.Email) != claim.Id)
        {
            await store.DeleteAsync(cohortId, AddressClaim.IdOf(person.Email), cancellation);
        }

        var moved = await store.UpdateAsync<Person>(cohortId, person.Id, p => correction.Of(p, now), cancellation);
        if (hasBegun && moved is { TakesPart: true } && DeliveryEmails.ToNewAddress(moved, now) is { } toNew)
        {
            await store.TryCreateAsync(toNew, cancellation);
        }

        var again = await SendAgainAsync(cohortId, person.Id, moved?.AddressSince ?? now, cancellation);
        if (again == 0 && moved is { TakesPart: true } && hasBegun)
        {
            var step = string.Create(CultureInfo.InvariantCulture, $"address-{moved.AddressSince?.UtcDateTime:yyyyMMddHHmmssfff}");
            var (form, asked) = MentoringProgramme.Declared.AskedOf(moved, cohort, now);
            await store.TryCreateAsync(FreshLinkEmails.To(moved, form, asked, step, now), cancellation);
        }

        await RecordAsync(cohortId, $"the address of {person.Id}", correction.Reason, c => c, now, cancellation);
        return true;
    }

    private async Task CorrectCoordinatorAsync(string cohortId, AddressCorrection correction, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await RecordAsync(
            cohortId,
            "the coordinator's address",
            correction.Reason,
            c => c with
            {
                CoordinatorAddressSince = now,
                CoordinatorSuppressedAt = null,
                Definition = c.Definition with { Coordinator = c.Definition.Coordinator with { Email = correction.Email } },
            },
            now,
            cancellation);
        foreach (var link in await store.ListOwnedAsync(cohortId, OutboxMail.CoordinatorId, cancellation))
        {
            await store.DeleteAsync(cohortId, link.Id, cancellation);
        }

        await SendAgainAsync(cohortId, OutboxMail.CoordinatorId, now, cancellation);
    }

    /// <summary>What did not arrive at the old address goes to the new one, where it is still true.</summary>
    /// <returns>How many emails that are.</returns>
    private async Task<int> SendAgainAsync(string cohortId, string recipient, DateTimeOffset since, CancellationToken cancellation)
    {
        var mails = (await store.ListAsync<OutboxMail>(cohortId, OutboxMail.SettledKind, cancellation))
            .Concat(await store.ListAsync<OutboxMail>(cohortId, OutboxMail.OpenKind, cancellation))
            .Select(m => m.Value);
        var copies = DeliveryRules.Again(MentoringProgramme.Declared, [.. mails.Where(m => m.PersonId == recipient)], since);
        foreach (var copy in copies)
        {
            await store.TryCreateAsync(copy, cancellation);
        }

        return copies.Count;
    }

    /// <summary>The address itself stays out of the record: it outlives the person.</summary>
    private Task RecordAsync(
        string cohortId, string what, string reason, Func<Cohort, Cohort> change, DateTimeOffset now, CancellationToken cancellation) =>
        store.UpdateAsync<Cohort>(
            cohortId,
            Cohort.DocumentId,
            c => change(c) with { Changes = [.. c.Changes, new AppliedChange(now, what, null, null, reason)] },
            cancellation);
}
