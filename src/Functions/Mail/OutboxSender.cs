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
    Companions companions,
    ISendMail provider,
    ICohortObserver observer,
    ServiceTelemetry telemetry,
    TimeProvider clock)
{
    /// <summary>How long an email waits when its text can't be made: somebody has to correct a template.</summary>
    private static readonly TimeSpan UntilCorrected = TimeSpan.FromHours(1);

    /// <param name="waiting">Ids of open emails that are to travel with it.</param>
    /// <returns>How long the provider asks to wait; null where the email is settled or another wave has it.</returns>
    public async Task<TimeSpan?> SendAsync(
        string mailId, IEnumerable<string> waiting, string wave, CohortSnapshot cohort, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await store.FindAsync<OutboxMail>(cohort.Cohort.CohortId, mailId, cancellation) is not { } stored
            || MailClaim.Take(stored.Value, wave, now) is not { } mail)
        {
            return null;
        }

        if (!await store.TryReplaceAsync(mail, stored.ETag, cancellation))
        {
            return null;
        }

        switch (await companions.FateAsync(mail, cancellation))
        {
            case (LetterFate.OnItsWay, var leaves):
                var wait = leaves > now ? leaves.Value - now : TimeSpan.Zero;
                await ReleaseAsync(mail, stored.Value.Attempts, wait + Companions.UntilLetterIsSettled, cancellation);
                return null;
            case (LetterFate.Sent, _):
                await SettleAsync(mail, MailState.Sent, null, cancellation);
                return null;
        }

        cohort = await WithFreshRecipientAsync(cohort, mail, cancellation);
        if (MentoringProgramme.Declared.WhyNot(mail, cohort, now) is { } whyNot)
        {
            await SettleAsync(mail, MailState.Skipped, whyNot.Reason, cancellation, whyNot.WaitsForAddress);
            return null;
        }

        var parts = new List<OutboxMail> { mail };
        var outcome = await AttemptAsync(parts, waiting, wave, cohort, now, cancellation);
        return await AfterAsync(parts, outcome, cancellation);
    }

    /// <returns>How long the provider asks to wait.</returns>
    private async Task<TimeSpan?> AfterAsync(IReadOnlyList<OutboxMail> parts, SendOutcome? outcome, CancellationToken cancellation)
    {
        var mail = parts[0];
        switch (outcome)
        {
            case SendOutcome.Accepted:
                await SettleAllAsync(parts, MailState.Sent, null, cancellation);
                return null;
            case SendOutcome.Refused refused:
                await SettleAllAsync(parts, MailState.Refused, refused.Reason, cancellation);
                return null;
            case SendOutcome.Unavailable unavailable when mail.Attempts >= MailClaim.MostAttempts:
                await SettleAllAsync(
                    parts, MailState.Refused, $"given up after {mail.Attempts} attempts: {unavailable.Reason}", cancellation);
                return null;
            case SendOutcome.Throttled throttled:
                await ReleaseAsync(mail, mail.Attempts - 1, throttled.RetryAfter, cancellation);
                observer.MailThrottled(mail.CohortId, throttled.RetryAfter, clock.GetUtcNow());
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
        List<OutboxMail> parts, IEnumerable<string> waiting, string wave, CohortSnapshot cohort, DateTimeOffset now,
        CancellationToken cancellation)
    {
        try
        {
            return await WriteAndSendAsync(parts, waiting, wave, cohort, now, cancellation);
        }
        catch (OwnerErasedException)
        {
            // Tried again in a while, it is found to be for somebody who has left.
            return null;
        }
    }

    /// <param name="parts">The email; those that it takes along are added.</param>
    private async Task<SendOutcome?> WriteAndSendAsync(
        List<OutboxMail> parts, IEnumerable<string> waiting, string wave, CohortSnapshot cohort, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var mail = parts[0];
        var context = await contexts.ReadAsync(mail, cohort, now, cancellation);
        if (Render([context], cohort, now) is not { } content)
        {
            return null;
        }

        var diary = DiaryOf(context, content);
        if (await companions.TakeAsync(mail, waiting, wave, now, cancellation) is { Count: > 0 } taken)
        {
            (content, diary) = await WithAsync(parts, taken, context, content, diary, cohort, now, cancellation);
        }

        var email = new OutgoingEmail(
            $"{mail.CohortId}-{mail.Id}", cohort.Scheme.Name, cohort.Scheme.Contact.Email, context.Address!, now, content)
        {
            OneClickPause = MentoringProgramme.Declared.EmailOf(mail).MayBePaused
                ? await contexts.MintAsync(mail, PauseNudgesForm.Declaration, cohort, now, cancellation)
                : null,
            Diary = diary,
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

    /// <summary>
    /// The email with those it takes along, as far as they are true and can be written; a calendar has room for one of them. What it takes
    /// along is put down before it is sent.
    /// </summary>
    /// <returns>Of all its parts the text, and what it puts in a calendar.</returns>
    private async Task<(RenderedEmail Content, DiaryPart? Diary)> WithAsync(
        List<OutboxMail> parts, IReadOnlyList<OutboxMail> taken, EmailContext first, RenderedEmail alone, DiaryPart? diary,
        CohortSnapshot cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        var together = new List<EmailContext> { first };
        var content = alone;
        foreach (var companion in taken)
        {
            if (MentoringProgramme.Declared.WhyNot(companion, cohort, now) is { } whyNot)
            {
                await SettleAsync(companion, MailState.Skipped, whyNot.Reason, cancellation, whyNot.WaitsForAddress);
                continue;
            }

            var context = await contexts.ReadAsync(companion, cohort, now, cancellation);
            var hasEntry = MentoringProgramme.Declared.EmailOf(companion).Diary(context) is not null;
            if ((diary is not null && hasEntry) || Render([.. together, context], cohort, now) is not { } more)
            {
                await ReleaseAsync(companion, companion.Attempts - 1, TimeSpan.Zero, cancellation);
                continue;
            }

            content = more;
            diary ??= DiaryOf(context, content);
            together.Add(context);
            parts.Add(companion);
        }

        var carries = parts.Skip(1).Select(p => p.Id).ToList();
        await store.UpdateAsync<OutboxMail>(parts[0].CohortId, parts[0].Id, m => m with { Carries = carries }, cancellation);
        return (content, diary);
    }

    /// <returns>Null where it can't be written.</returns>
    private RenderedEmail? Render(IReadOnlyList<EmailContext> parts, CohortSnapshot cohort, DateTimeOffset now)
    {
        try
        {
            // Of all its links the first to stop is told of.
            var first = parts[0] with { Parts = parts.Count, ActionUntil = parts.Min(p => p.ActionUntil) };
            return renderer.Render(
                [.. parts.Skip(1).Prepend(first).Select(p => new EmailPart(p.Mail.Template, MentoringProgramme.Declared.ValuesOf(p)))],
                cohort.Scheme.Language);
        }
        catch (ArgumentException broken)
        {
            // A fault in a template must not hold up everybody else's email; this one waits until the template is corrected.
            observer.Problem(cohort.Cohort.CohortId, $"The email {parts[^1].Mail.Id} can't be written: {broken.Message}", now);
            return null;
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

    /// <summary>The letter first: of what it took along, it tells what became.</summary>
    private async Task SettleAllAsync(
        IReadOnlyList<OutboxMail> parts, MailState state, string? reason, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            await SettleAsync(part, state, reason, cancellation);
        }
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
