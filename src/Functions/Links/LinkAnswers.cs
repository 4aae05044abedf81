using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Mine;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

// Over 200 lines because an answer takes its way here, from the link to the receipt.
/// <summary>
/// Takes what is posted to a link. Something that a person sent or saved earlier gives way to it only after they typed their own address.
/// What is not taken is on the page that says so.
/// </summary>
public sealed class LinkAnswers(
    LinkMinter links,
    LinkContexts contexts,
    Drafts drafts,
    EffectsApplier applier,
    LinkPages pages,
    FormPages forms,
    CommonPages common,
    FreshLinks freshLinks,
    StaffLinkPages staff,
    ApplicantPages applicants,
    MinePages mine,
    Callers callers,
    ICohortObserver observer)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    public async Task<ShownPage> AnswerAsync(
        string token, string caller, IReadOnlyDictionary<string, string> posted, LinkWish wish, CancellationToken cancellation)
    {
        var link = await links.FindAsync(token, cancellation);
        if (link?.UsedAt is { } used)
        {
            return await pages.UsedUpAsync(link, used, cancellation);
        }

        if (link is { PersonId: OutboxMail.CoordinatorId })
        {
            return await staff.AnswerAsync(link, posted, cancellation);
        }

        if (link is not null && ApplicantPages.IsFor(link))
        {
            return await applicants.AnswerAsync(link, posted, cancellation);
        }

        if (link is null || await contexts.FindAsync(link, cancellation) is not { } context)
        {
            return await freshLinks.AnswerAsync(token, caller, posted, cancellation);
        }

        if (wish == LinkWish.Mine && MyMentoring.IsFor(context))
        {
            return await mine.AnswerAsync(token, caller, context, posted, cancellation);
        }

        var form = LinkContexts.FormOf(link, wish);
        var address = posted.GetValueOrDefault(CommonPages.AddressField);
        if (address is not null && !callers.MayGuess(link.Id))
        {
            return common.ConfirmAddress(context, common.WhatIsShown(form, context, wish == LinkWish.Read), address, "later", posted);
        }

        var answers = posted.Where(p => p.Key != CommonPages.AddressField).ToDictionary(StringComparer.Ordinal);
        var reads = form.IsOnlyRead || wish == LinkWish.Read;
        if (form.IsOnlyRead || (address is not null && (answers.Count == 0 || !context.Person.IsAt(address))))
        {
            return await AfterAddressAsync(form, context, address ?? "", answers, reads, cancellation);
        }

        var answer = new Answered(form, context, answers, address);
        if (form.Preview is not null && answers.ContainsKey(TypedText.Preview))
        {
            return DeclaredProgramme.RefusedBecause(form, context) is { } closed
                ? common.Closed(form, context, closed, answers)
                : forms.Show(form, context, answers, [], 200, address);
        }

        return form.KeepsDrafts && answers.ContainsKey(TypedText.Later)
            ? await SaveAsync(answer, cancellation)
            : await TakeAsync(token, answer, cancellation);
    }

    private async Task<ShownPage> TakeAsync(string token, Answered answer, CancellationToken cancellation)
    {
        var (form, context, posted, _) = answer;
        return DeclaredProgramme.RefusedBecause(form, context) is not { } closed
            ? answer.MayBeTaken ? await RecordAsync(token, answer, cancellation) : AskFirst(answer)
            : answer.IsRepeated ? ShownPage.At(LinkWishes.QueryOf(LinkWish.Receipt))
            : common.Closed(form, context, closed, posted);
    }

    private async Task<ShownPage> RecordAsync(string token, Answered answer, CancellationToken cancellation)
    {
        var (form, context, posted, address) = answer;
        var decided = form.Decide(context, posted);
        if (!decided.Succeeded)
        {
            return forms.Show(form, context, posted, decided.Problems, 422, address);
        }

        var draft = await drafts.FindAsync(form, context, cancellation);
        try
        {
            await applier.ApplyAnswerAsync(decided.Value, context.Link.CohortId, context.Now, cancellation);
        }
        catch (OwnerErasedException)
        {
            // The link goes with the person: this is what it opens from now on.
            return common.Unknown(posted);
        }
        catch (AnswerOvertakenException overtaken)
        {
            // As it is by now, with what was typed.
            var now = await contexts.FindAsync(context.Link, cancellation) ?? context;
            return forms.Show(form, now, posted, [overtaken.Problem], 409, address);
        }

        if (draft is not null)
        {
            await drafts.DropAsync(draft, cancellation);
        }

        // The link too, which a withdrawal changes: whoever looks again must find the receipt as they saw it first.
        var link = await links.FindAsync(token, cancellation) ?? context.Link;
        var after = (await contexts.FindAsync(context.Link, cancellation) ?? context) with { Link = link };
        if (form.AtOnce is { } words)
        {
            return common.Receipt(form, context, new FormReceipt(words(context), context.Now, CanChange: false)) with
            {
                Nudges = context.Link.CohortId,
            };
        }

        if (form.Receipt(after) is null)
        {
            return common.Receipt(form, context, new FormReceipt("unchanged", context.Now, CanChange: false));
        }

        observer.Answered(context.Link.CohortId, context.Person.Id, form.Key, context.Link.Number, context.Now);
        return ShownPage.At(LinkWishes.QueryOf(LinkWish.Receipt)) with { Nudges = context.Link.CohortId };
    }

    private async Task<ShownPage> SaveAsync(Answered answer, CancellationToken cancellation)
    {
        var (form, context, posted, address) = answer;
        if (DeclaredProgramme.RefusedBecause(form, context) is { } closed)
        {
            return common.Closed(form, context, closed, posted);
        }

        var saved = await drafts.FindAsync(form, context, cancellation);
        var givesWay = form.Receipt(context) is not null || (saved is not null && !Drafts.IsSame(saved, form, context, posted));
        if (givesWay && address is null)
        {
            return AskFirst(answer);
        }

        try
        {
            await drafts.SaveAsync(form, context, posted, cancellation);
            return ShownPage.At(LinkWishes.QueryOf(LinkWish.Saved));
        }
        catch (OwnerErasedException)
        {
            // The link goes with the person: this is what it opens from now on.
            return common.Unknown(posted);
        }
    }

    private ShownPage AskFirst(Answered answer) =>
        common.ConfirmAddress(answer.Context, common.WhatIsShown(answer.Form, answer.Context, reads: false), along: answer.Posted);

    private async Task<ShownPage> AfterAddressAsync(
        FormDeclaration form, FormContext context, string address,
        IReadOnlyDictionary<string, string> along, bool reads, CancellationToken cancellation)
    {
        if (!context.Person.IsAt(address))
        {
            callers.GuessedWrong(context.Link.Id);
            return common.ConfirmAddress(context, common.WhatIsShown(form, context, reads), address, "wrong", along);
        }

        if (reads && form.Reading is { } reading)
        {
            return common.Reading(form, await contexts.ReadAsync(context, reading.Reads(context), cancellation));
        }

        if (DeclaredProgramme.RefusedBecause(form, context) is { } closed)
        {
            return common.Closed(form, context, closed, Nothing);
        }

        var draft = await drafts.FindAsync(form, context, cancellation);
        return forms.Show(form, context, draft?.Answers ?? form.Recorded(context), [], 200, address);
    }
}
