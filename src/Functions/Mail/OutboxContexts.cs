using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Recruiting;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Mail;

/// <summary>Reads what the text of an email may draw on, and mints the links that it carries.</summary>
public sealed class OutboxContexts(CohortReader reader, PageRenderer pages, LinkMinter links)
{
    public async Task<EmailContext> ReadAsync(
        OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now, CancellationToken cancellation)
    {
        var email = MentoringProgramme.Declared.EmailOf(mail);
        var context = new EmailContext(mail, cohort, now) { Read = await reader.ReadAsync(email.Reads(mail), mail.CohortId, cancellation) };
        if (email.ConsolePage is { } console)
        {
            return context with { Action = links.ToConsole($"cohorts/{mail.CohortId}/{console}") };
        }

        if (email.OpensApplication)
        {
            var until = Applicants.Until(cohort, now);
            return context with { Action = await links.MintAsync(ApplicantLinks.To(mail, until), cancellation), ActionUntil = until };
        }

        if (context.ForCoordinator || mail.Departed is not null)
        {
            return context.ForCoordinator && email.StaffPage(mail) is var (page, about)
                ? context with { Action = await links.MintAsync(ForStaff(mail, page, about, now), cancellation) }
                : await MayConfirmAsync(context, now, cancellation);
        }

        if (context.Person is not { IsLeaving: true })
        {
            context = context with { Withdraw = await MintAsync(mail, WithdrawForm.Declaration, cohort, now, cancellation) };
        }

        if (MentoringProgramme.Declared.FormOf(mail, cohort, now) is not { } form)
        {
            return context with { Words = WordsOf(email.Form, cohort) };
        }

        var grant = Grant(mail, form, cohort, now);
        return context with
        {
            Action = await links.MintAsync(grant, cancellation),
            ActionUntil = DeclaredProgramme.UsableUntil(form, new FormContext(grant, context.Person!, cohort, now)),
            Words = WordsOf(form, cohort),
        };
    }

    /// <summary>Somebody moved from an address that was theirs gets there the one link that can confirm the new one.</summary>
    private async Task<EmailContext> MayConfirmAsync(EmailContext context, DateTimeOffset now, CancellationToken cancellation)
    {
        if (context.Mail.Departed is not { MayConfirmMove: true }
            || context.Person is not { } person || ConfirmMoveForm.Of(person) is not { } move)
        {
            return context;
        }

        var grant = Grant(context.Mail, ConfirmMoveForm.Declaration, context.Cohort, now) with { AboutId = move };
        return context with { Action = await links.MintAsync(grant, cancellation) };
    }

    public Task<Link> MintAsync(
        OutboxMail mail, FormDeclaration form, CohortSnapshot cohort, DateTimeOffset now, CancellationToken cancellation) =>
        links.MintAsync(Grant(mail, form, cohort, now), cancellation);

    private Func<string, string?> WordsOf(FormDeclaration? form, CohortSnapshot cohort) =>
        form is null ? _ => null : key => pages.In(cohort.Scheme.Language).WordsOf(form.Page).Find(key);

    private static LinkGrant ForStaff(OutboxMail mail, string page, string? about, DateTimeOffset now) => new()
    {
        CohortId = mail.CohortId,
        Id = "",
        PersonId = OutboxMail.CoordinatorId,
        Purpose = page,
        AboutId = about,
        Expires = now + StaffPages.LinkLife,
    };

    private static LinkGrant Grant(OutboxMail mail, FormDeclaration form, CohortSnapshot cohort, DateTimeOffset now)
    {
        var grant = new LinkGrant
        {
            CohortId = mail.CohortId,
            Id = "",
            PersonId = mail.PersonId,
            Purpose = form.Key,
            PairId = mail.PairId,
            Number = mail.Number,
            Expires = now,
        };
        return grant
            with
        { Expires = DeclaredProgramme.Expires(form, new FormContext(grant, cohort.FindPerson(mail.PersonId)!, cohort, now)) };
    }
}
