using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Nudges;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Orchestrations;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Telemetry;

namespace ReverseMentoring.Functions.Mail;

// Over 200 lines because the way of one email, with all that can go wrong on it, reads best whole.
/// <summary>
/// Takes one email from the outbox to the provider: claimed first, true at this moment, sent under its own id, settled after.
/// </summary>
public sealed class OutboxSender(
    ICohortStore store,
    IRenderEmails renderer,
    IWriteDiaries diaries,
    OutboxContexts contexts,
    ISendMail provider,
    ICohortObserver observer,
    ServiceTelemetry telemetry,
    TimeProvider clock)
{
    /// <summary>How long an email waits when its text can't be made: somebody has to correct a template.</summary>
    private static readonly TimeSpan UntilCorrected = TimeSpan.FromHours(1);

    /// <returns>How long the provider asks to wait; null where the email is settled or another wave has it.</returns>
    public async Task<TimeSpan?> SendAsync(string mailId, string wave, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var cohortId = cohort.Cohort.CohortId;
        if (await store.FindAsync<OutboxMail>(cohortId, mailId, cancellation) is not { } stored
            || MailClaim.Take(stored.Value, wave, now) is not { } mail)
        {
            return null;
        }

        if (!await store.TryReplaceAsync(mail, stored.ETag, cancellation))
        {
            return null;
        }

        cohort = await WithFreshRecipientAsync(cohort, mail, cancellation);
        if (MentoringProgramme.Declared.WhyNot(mail, cohort, now) is { } whyNot)
        {
            await SettleAsync(mail, MailState.Skipped, whyNot.Reason, cancellation, whyNot.WaitsForAddress);
            return null;
        }

        switch (await AttemptAsync(mail, cohort, now, cancellation))
        {
            case SendOutcome.Accepted:
                await SettleAsync(mail, MailState.Sent, null, cancellation);
                return null;
            case SendOutcome.Refused refused:
                await SettleAsync(mail, MailState.Refused, refused.Reason, cancellation);
                return null;
            case SendOutcome.Unavailable unavailable when mail.Attempts >= MailClaim.MostAttempts:
                await SettleAsync(mail, MailState.Refused, $"given up after {mail.Attempts} attempts: {unavailable.Reason}", cancellation);
                return null;
            case SendOutcome.Throttled throttled:
                await ReleaseAsync(mail, mail.Attempts - 1, throttled.RetryAfter, cancellation);
                observer.MailThrottled(cohortId, throttled.RetryAfter, clock.GetUtcNow());
                return throttled.RetryAfter;
            case null:
                await ReleaseAsync(mail, mail.Attempts, UntilCorrected, cancellation);
                return null;
            default:
                var pause = MailClaim.PauseAfter(mail.Attempts);
                await ReleaseAsync(mail, mail.Attempts, pause, cancellation);
                return pause;
        }
    }

    /// <returns>Null where its text can't be made, or its links: who is being erased in this moment gets none.</returns>
    private async Task<SendOutcome?> AttemptAsync(
        OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await WriteAndSendAsync(mail, cohort, now, cancellation);
        }
        catch (OwnerErasedException)
        {
            // Tried again in a while, it is found to be for somebody who has left.
            return null;
        }
    }

    private async Task<SendOutcome?> WriteAndSendAsync(
        OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        var context = await contexts.ReadAsync(mail, cohort, now, cancellation);
        RenderedEmail content;
        try
        {
            content = renderer.Render(mail.Template, MentoringProgramme.Declared.ValuesOf(context), cohort.Scheme.Language);
        }
        catch (ArgumentException broken)
        {
            // A fault in a template must not hold up everybody else's email; this one waits until the template is corrected.
            observer.Problem(mail.CohortId, $"The email {mail.Id} can't be written: {broken.Message}", now);
            return null;
        }

        var email = new OutgoingEmail(
            $"{mail.CohortId}-{mail.Id}", cohort.Scheme.Name, cohort.Scheme.Contact.Email, context.Address!, now, content)
        {
            OneClickPause = MentoringProgramme.Declared.EmailOf(mail).MayBePaused
                ? await contexts.MintAsync(mail, PauseNudgesForm.Declaration, cohort, now, cancellation)
                : null,
            Diary = DiaryOf(context, content),
        };

        if (provider.ReportedAs(email.OperationId) is { } messageId)
        {
            // Before it is sent: a report may come before we have settled it.
            await store.TryCreateAsync(
                new SentUnder
                {
                    CohortId = SentUnder.PartitionOf(
                    messageId),
                    SentBy = mail.CohortId,
                    MailId = mail.Id,
                    Expires = now + SentUnder.Kept
                }, cancellation);
        }

        using var span = telemetry.Start($"send {mail.Template}", ActivityNames.SendNextEmails, mail.CohortId)?.SetTag(
            Tags.Template, mail.Template);
        if (!MentoringProgramme.Declared.EmailOf(mail).IsConfidential(mail))
        {
            span?.SetTag(Tags.MailId, mail.Id);
        }

        try
        {
            var outcome = await provider.SendAsync(email, cancellation);
            span?.SetTag(Tags.Outcome, outcome.GetType().Name.ToLowerInvariant());
            return outcome;
        }
        catch (Exception failure)
        {
            span.Failed(failure);
            throw;
        }
    }

    private DiaryPart? DiaryOf(EmailContext context, RenderedEmail content) =>
        MentoringProgramme.Declared.EmailOf(context.Mail).Diary(context) is { } entry && content.Diary is { } words
            ? diaries.Write(
                entry,
                words,
                new DiaryPerson(context.Scheme.Contact.Name, context.Scheme.Contact.Email),
                new DiaryPerson(context.Person?.GoesBy ?? context.Member?.Name ?? context.Definition.Coordinator.Name, context.Address!),
                context.Now)
            : null;

    /// <summary>Whoever withdrew a moment ago, after the wave had read the cohort, gets nothing more.</summary>
    private async Task<CohortSnapshot> WithFreshRecipientAsync(CohortSnapshot cohort, OutboxMail mail, CancellationToken cancellation)
    {
        if (mail.PersonId == OutboxMail.CoordinatorId || mail.IsForTeam || mail.Departed is not null)
        {
            return cohort;
        }

        var fresh = await store.FindAsync<Person>(mail.CohortId, mail.PersonId, cancellation);
        var others = cohort.People.Where(p => p.Id != mail.PersonId);
        return cohort with { People = fresh is null ? [.. others] : [.. others, fresh.Value] };
    }

    private async Task SettleAsync(
        OutboxMail mail, MailState state, string? reason, CancellationToken cancellation, bool waitsForAddress = false)
    {
        var at = clock.GetUtcNow();
        var settled = await store.UpdateAsync<OutboxMail>(
            mail.CohortId, mail.Id, m => m.Settled(state, at, reason, waitsForAddress), cancellation);
        observer.MailSettled(settled ?? mail.Settled(state, at, reason, waitsForAddress), at);
        if (mail.Departed is not null && store is ITidyStore tidied)
        {
            // The last that was kept of somebody who has gone, and until then it could still stand in the store's log.
            await tidied.TidyAsync(cancellation);
        }
    }

    private Task ReleaseAsync(OutboxMail mail, int attempts, TimeSpan pause, CancellationToken cancellation)
    {
        var notBefore = clock.GetUtcNow() + pause;
        return store.UpdateAsync<OutboxMail>(
            mail.CohortId, mail.Id, m => m with
            {
                State = MailState.Planned,
                ClaimedBy = null,
                ClaimedAt = null,
                Attempts = attempts,
                NotBefore = notBefore,
            }, cancellation);
    }
}
