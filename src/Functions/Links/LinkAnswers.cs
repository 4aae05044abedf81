using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Mine;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

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
    Callers callers,
    ICohortObserver observer)
{
    /// <summary>
    /// So soon the same answer is a second press of the button. Later it could be somebody else's guess, who would be told that it is
    /// right.
    /// </summary>
    private static readonly TimeSpan SecondPress = TimeSpan.FromMinutes(10);

    /// <summary>The button of "Your mentoring" that has the most pressing link sent once more.</summary>
    internal const string Again = "again";

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

        if (link is null || await contexts.FindAsync(link, cancellation) is not { } context)
        {
            return await freshLinks.AnswerAsync(token, caller, posted, cancellation);
        }

        var form = LinkContexts.FormOf(link, wish);
        var shows = form.IsOnlyRead && wish != LinkWish.Mine ? LinkWish.Read : wish;
        var address = posted.GetValueOrDefault(CommonPages.AddressField);
        if (address is not null && !callers.MayGuess(link.Id))
        {
            return common.ConfirmAddress(context, common.WhatIsShown(form, context, shows), address, "later", posted);
        }

        var answers = posted.Where(p => p.Key != CommonPages.AddressField).ToDictionary(StringComparer.Ordinal);
        if (shows == LinkWish.Mine && address is not null && answers.ContainsKey(Again) && context.Person.IsAt(address))
        {
            var asked = new Dictionary<string, string>(StringComparer.Ordinal) { [CommonPages.AddressField] = address };
            return await freshLinks.AnswerAsync(token, caller, asked, cancellation);
        }

        if (form.IsOnlyRead || shows == LinkWish.Mine || (address is not null && (answers.Count == 0 || !context.Person.IsAt(address))))
        {
            return await AfterAddressAsync(form, context, address ?? "", answers, shows, cancellation);
        }

        var answer = new Answered(form, context, answers, address);
        return form.KeepsDrafts && answers.ContainsKey(TypedText.Later)
            ? await SaveAsync(answer, cancellation)
            : await TakeAsync(token, answer, cancellation);
    }

    private async Task<ShownPage> TakeAsync(string token, Answered answer, CancellationToken cancellation)
    {
        var (form, context, posted, _) = answer;
        return DeclaredProgramme.RefusedBecause(form, context) is not { } closed
            ? MayTake(answer) ? await RecordAsync(token, answer, cancellation) : AskFirst(answer)
            : IsRepeated(context, form, posted) ? ShownPage.At(LinkWishes.QueryOf(LinkWish.Receipt))
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

        if (draft is not null)
        {
            await drafts.DropAsync(draft, cancellation);
        }

        // The link too, which a withdrawal changes: whoever looks again must find the receipt as they saw it first.
        var link = await links.FindAsync(token, cancellation) ?? context.Link;
        var after = (await contexts.FindAsync(context.Link, cancellation) ?? context) with { Link = link };
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

    /// <summary>
    /// A first answer is taken from whoever has the link; one that would take the place of another only with the person's address.
    /// </summary>
    private static bool MayTake(Answered answer) =>
        answer.Address is not null
        || answer.Form.Receipt(answer.Context) is not { AsksAgain: false } receipt
        || answer.Form.Recorded(answer.Context) is not { Count: > 0 } recorded
        || (answer.Context.Now - receipt.At < SecondPress
            && recorded.All(r => Parts(r.Value).SequenceEqual(Parts(answer.Posted.GetValueOrDefault(r.Key, "")), StringComparer.Ordinal)));

    /// <summary>A list is recorded in one spelling and typed in others; a second press of the button is not another answer.</summary>
    private static string[] Parts(string value) =>
        value.Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private ShownPage AskFirst(Answered answer) =>
        common.ConfirmAddress(answer.Context, common.WhatIsShown(answer.Form, answer.Context, LinkWish.Answer), along: answer.Posted);

    private async Task<ShownPage> AfterAddressAsync(
        FormDeclaration form, FormContext context, string address,
        IReadOnlyDictionary<string, string> along, LinkWish shows, CancellationToken cancellation)
    {
        if (!context.Person.IsAt(address))
        {
            callers.GuessedWrong(context.Link.Id);
            return common.ConfirmAddress(context, common.WhatIsShown(form, context, shows), address, "wrong", along);
        }

        if (shows == LinkWish.Mine && MyMentoring.IsFor(context))
        {
            var mine = await contexts.ReadAsync(context, MyMentoring.Reading.Reads(context), cancellation);
            return common.Mine(form, mine, address);
        }

        if (shows == LinkWish.Read && form.Reading is { } reading)
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

    /// <summary>The very answer already recorded is posted once more after the closing: a second press of the button.</summary>
    private static bool IsRepeated(FormContext context, FormDeclaration form, IReadOnlyDictionary<string, string> posted)
    {
        // What is sealed is not told by which posts are repeats of it.
        var mayTell = form.TakesRepeatsWhenClosed && !DeclaredProgramme.IsSealed(form, context);
        var recorded = mayTell && form.Receipt(context) is not null ? form.Recorded(context) : Nothing;
        return recorded.Count > 0 && posted.Count > 0 && posted.All(p => recorded.GetValueOrDefault(p.Key, "") == p.Value);
    }

    /// <param name="Address">The person's own, where it came along.</param>
    private sealed record Answered(
        FormDeclaration Form, FormContext Context, IReadOnlyDictionary<string, string> Posted, string? Address);
}
