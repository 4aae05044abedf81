using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Mine;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Adapters.Pdf;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// Finds what a link opens and decides which page to show: the form, the receipt, the question for one's address, "closed", or "unknown".
/// What a person wrote earlier is shown only after they typed their own address.
/// </summary>
public sealed class LinkPages(
    LinkMinter links,
    CohortReader reader,
    LinkContexts contexts,
    Drafts drafts,
    FormPages forms,
    CommonPages common,
    StaffLinkPages staff,
    ApplicantPages applicants,
    MinePages mine)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    public async Task<ShownPage> ShowAsync(string token, LinkWish wish, CancellationToken cancellation)
    {
        var link = await links.FindAsync(token, cancellation);
        if (link?.UsedAt is { } used)
        {
            return await UsedUpAsync(link, used, cancellation);
        }

        if (link is { PersonId: OutboxMail.CoordinatorId })
        {
            return await staff.ShowAsync(link, cancellation);
        }

        if (link is not null && ApplicantPages.IsFor(link))
        {
            return await applicants.ShowAsync(link, wish, cancellation);
        }

        return link is null || await contexts.FindAsync(link, cancellation) is not { } context
            ? common.Unknown()
            : await ShowAsync(LinkContexts.FormOf(link, wish), context, wish, cancellation);
    }

    /// <summary>A link that was used up names nobody any more.</summary>
    public async Task<ShownPage> UsedUpAsync(LinkGrant link, DateTimeOffset used, CancellationToken cancellation) =>
        common.UsedUp(LinkContexts.FormOf(link), await reader.FindHeadAsync(link.CohortId, cancellation), used, link.Expires);

    /// <summary>The handbook as a file; null where the link opens none.</summary>
    public async Task<byte[]?> HandbookAsync(string token, bool isFull, CancellationToken cancellation)
    {
        var link = await links.FindAsync(token, cancellation);
        return link is not { UsedAt: null, PersonId: not OutboxMail.CoordinatorId } || ApplicantPages.IsFor(link)
            || await contexts.FindAsync(link, cancellation) is not { } context
            ? null
            : PagePdf.Write(
                common.Handbook(LinkContexts.FormOf(link), context, isFull).Html, context.Cohort.Scheme.Language,
                $"{context.Definition.Name}, {context.Cohort.Scheme.Name}");
    }

    private async Task<ShownPage> ShowAsync(FormDeclaration form, FormContext context, LinkWish wish, CancellationToken cancellation)
    {
        if (wish == LinkWish.Mine && MyMentoring.IsFor(context))
        {
            return mine.Ask(context);
        }

        if (wish is LinkWish.Handbook or LinkWish.ShortHandbook)
        {
            return common.Handbook(form, context, isFull: wish == LinkWish.Handbook);
        }

        if (form.IsOnlyRead || (wish == LinkWish.Read && form.Reading is not null))
        {
            return common.ConfirmAddress(context, common.WhatIsShown(form, context, reads: true));
        }

        var receipt = form.Receipt(context);
        var closed = DeclaredProgramme.ClosedBecause(form, context);
        if (wish == LinkWish.Change && receipt is { CanChange: true } && closed is null)
        {
            return common.ConfirmAddress(context, common.WhatIsShown(form, context, reads: false));
        }

        if (receipt is not null && (closed is not null || !receipt.AsksAgain || wish == LinkWish.Receipt))
        {
            return common.Receipt(form, context, receipt);
        }

        return closed is not null ? common.Closed(form, context, closed, Nothing)
            : await drafts.FindAsync(form, context, cancellation) is { } draft && wish != LinkWish.New
                ? wish == LinkWish.Saved ? common.Saved(context, draft) : common.TakeUp(context, draft)
            : forms.Show(form, context, form.Suggested(context), [], 200);
    }
}
