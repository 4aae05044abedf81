using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Recruiting;

/// <summary>Keeps applications from their first word until they are answered or taken back.</summary>
public sealed class Applicants(ICohortStore store, IMakeIds ids, TimeProvider clock)
{
    /// <summary>Until when (UTC) a link made now works: until the application is answered, or can't be confirmed any more.</summary>
    public static DateTimeOffset Until(CohortSnapshot cohort, DateTimeOffset now) =>
        cohort.Definition.Applications is { } plan && cohort.Instant(plan.AnsweredBy) is var answered && answered > now
            ? answered
            : now + Application.TimeToConfirm;

    public async Task<Application?> FindAsync(string cohortId, string id, CancellationToken cancellation) =>
        (await store.FindAsync<Application>(cohortId, id, cancellation))?.Value;

    /// <summary>No application is taken now.</summary>
    public bool IsClosed(CohortSnapshot cohort) => cohort.Cohort.Status != CohortStatus.Running
        || cohort.Definition.Applications is not { } plan || clock.GetUtcNow() >= cohort.Instant(plan.Closes);

    /// <summary>An application that counts once the link in its email was followed, or somebody's name put forward.</summary>
    /// <returns>Whether an email goes out; else the address has had enough of them, or, with true, the cohort.</returns>
    public async Task<(bool Sent, bool IsFull)> TakeAsync(
        CohortSnapshot cohort, Func<Application, Application> text, string email, bool isNominated, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (taken, full) = await AskAsync(cohort.Cohort.CohortId, email, now, cancellation);
        if (!taken)
        {
            return (false, full);
        }

        var application = text(new Application
        {
            CohortId = cohort.Cohort.CohortId,
            Id = $"application-{ids.NewLinkSecret()[..12]}",
            CountId = ids.NewLinkSecret()[..12],
            Name = "",
            Email = email,
            Wish = Wish.Helper,
            At = now,
            Expires = now + Application.TimeToConfirm,
        });
        await store.TryCreateAsync(application, cancellation);
        var declared = isNominated ? RecruitingEmails.Nominated : RecruitingEmails.Confirm;
        await store.TryCreateAsync(RecruitingEmails.To(application, declared, "applies", cohort, now), cancellation);
        return (true, false);
    }

    /// <summary>From now on it waits for an answer. An earlier one from the same address gives way to it.</summary>
    /// <returns>Null where it is gone.</returns>
    public async Task<Application?> ConfirmAsync(
        CohortSnapshot cohort, Application application, Func<Application, Application> text, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var expires = Until(cohort, now) + Application.KeptDeclined;
        var confirmed = await store.UpdateAsync<Application>(
            application.CohortId, application.Id,
            a => a.AnsweredAt is null ? text(a) with { ConfirmedAt = a.ConfirmedAt ?? now, Expires = expires } : a, cancellation);
        if (confirmed is not null)
        {
            await ClaimAsync(confirmed, cancellation);
        }

        return confirmed;
    }

    /// <summary>Nothing of it stays but that somebody applied.</summary>
    public async Task WithdrawAsync(CohortSnapshot cohort, Application application, CancellationToken cancellation)
    {
        await store.TryCreateAsync(
            application.Count(ApplicationAnswer.Withdrawn, RetentionClock.LastOf(cohort.Definition)), cancellation);
        await EraseAsync(application, cancellation);
    }

    public async Task EraseAsync(Application application, CancellationToken cancellation)
    {
        await store.DeleteAsync(application.CohortId, ApplicantClaim.IdOf(application.Email), cancellation);
        await store.DeleteAsync(application.CohortId, application.Id, cancellation);
    }

    /// <summary>Whether somebody at the address is in the cohort already.</summary>
    public async Task<bool> TakesPartAsync(Application application, CancellationToken cancellation) =>
        await store.FindAsync<AddressClaim>(application.CohortId, AddressClaim.IdOf(application.Email), cancellation) is not null;

    private async Task ClaimAsync(Application application, CancellationToken cancellation)
    {
        var claim = new ApplicantClaim
        {
            CohortId = application.CohortId,
            Id = ApplicantClaim.IdOf(application.Email),
            ApplicationId = application.Id,
            Expires = application.Expires,
        };
        while (!await store.TryCreateAsync(claim, cancellation))
        {
            string? before = null;
            var stands = await store.UpdateAsync<ApplicantClaim>(
                claim.CohortId, claim.Id,
                c =>
                {
                    before = c.ApplicationId;
                    return claim;
                },
                cancellation);
            if (stands is not null)
            {
                if (before != application.Id
                    && await FindAsync(application.CohortId, before!, cancellation) is { AnsweredAt: null } earlier)
                {
                    await store.DeleteAsync(earlier.CohortId, earlier.Id, cancellation);
                }

                return;
            }
        }
    }

    private async Task<(bool Taken, bool IsFull)> AskAsync(
        string cohortId, string email, DateTimeOffset now, CancellationToken cancellation)
    {
        var (taken, full) = (false, false);
        ApplicationLedger Ask(ApplicationLedger ledger)
        {
            var next = ledger.Ask(email, now);
            (taken, full) = (!ReferenceEquals(next, ledger), ledger.IsFull(now));
            return next;
        }

        while (await store.UpdateAsync<ApplicationLedger>(cohortId, ApplicationLedger.DocumentId, Ask, cancellation) is null)
        {
            // The first of this day.
            await store.TryCreateAsync(new ApplicationLedger { CohortId = cohortId, Expires = now.AddDays(1) }, cancellation);
        }

        return (taken, full);
    }
}
