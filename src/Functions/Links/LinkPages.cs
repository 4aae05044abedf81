using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Applying;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Functions.Web;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// Finds what a link opens and decides which page to show: the form, the receipt, the question for one's address, "closed", or "unknown".
/// What a person wrote earlier is shown, and something else put in its place, only after they typed their own address.
/// </summary>
public sealed class LinkPages(
    LinkMinter links,
    CohortReader reader,
    EffectsApplier applier,
    FormPages forms,
    CommonPages common,
    FreshLinks freshLinks,
    StaffLinkPages staff,
    ICohortObserver observer,
    TimeProvider clock)
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

        if (link is null || await ContextAsync(link, cancellation) is not { } context)
        {
            return common.Unknown();
        }

        var form = FormOf(link);
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

        return receipt is not null && (closed is not null || !receipt.AsksAgain) ? common.Receipt(form, context, receipt)
            : closed is not null ? common.Closed(form, context, closed, Nothing)
            : forms.Show(form, context, Nothing, [], 200);
    }

    public async Task<ShownPage> AnswerAsync(
        string token, IReadOnlyDictionary<string, string> posted, LinkWish wish, CancellationToken cancellation)
    {
        var link = await links.FindAsync(token, cancellation);
        if (link?.UsedAt is { } used)
        {
            return await UsedUpAsync(link, used, cancellation);
        }

        if (link is { PersonId: OutboxMail.CoordinatorId })
        {
            return await staff.AnswerAsync(link, posted, cancellation);
        }

        if (link is null || await ContextAsync(link, cancellation) is not { } context)
        {
            return await freshLinks.AnswerAsync(LinkMinter.CohortOf(token), posted, cancellation);
        }

        var form = FormOf(link);
        var address = posted.GetValueOrDefault(CommonPages.AddressField);
        var answers = posted.Where(p => p.Key != CommonPages.AddressField).ToDictionary(StringComparer.Ordinal);
        if (form.IsOnlyRead || (address is not null && (answers.Count == 0 || !context.Person.IsAt(address))))
        {
            var reads = form.IsOnlyRead || wish == LinkWish.Read;
            return await AfterAddressAsync(context, form, address ?? "", answers, reads, cancellation);
        }

        return await TakeAsync(token, context, form, answers, address, cancellation);
    }

    /// <param name="address">The person's own, where it came along.</param>
    private async Task<ShownPage> TakeAsync(
        string token, FormContext context, FormDeclaration form,
        IReadOnlyDictionary<string, string> posted, string? address, CancellationToken cancellation) =>
        DeclaredProgramme.ClosedBecause(form, context) is not { } closed
            ? MayTake(form, context, posted, isProven: address is not null)
                ? await RecordAsync(token, context, form, posted, address, cancellation)
                : common.ConfirmAddress(context, common.WhatIsShown(form, context, reads: false), along: posted)
            : IsRepeated(context, form, posted) ? common.Receipt(form, context, form.Receipt(context)!)
            : common.Closed(form, context, closed, posted);

    private async Task<ShownPage> RecordAsync(
        string token, FormContext context, FormDeclaration form,
        IReadOnlyDictionary<string, string> posted, string? address, CancellationToken cancellation)
    {
        var decided = form.Decide(context, posted);
        if (!decided.Succeeded)
        {
            return forms.Show(form, context, posted, decided.Problems, 422, address);
        }

        try
        {
            await applier.ApplyAnswerAsync(decided.Value, context.Link.CohortId, context.Now, cancellation);
        }
        catch (OwnerErasedException)
        {
            // The link goes with the person: this is what it opens from now on.
            return common.Unknown(posted);
        }

        // The link too, which a withdrawal changes: whoever looks again must find the receipt as they saw it first.
        var link = await links.FindAsync(token, cancellation) ?? context.Link;
        var after = (await ContextAsync(context.Link, cancellation) ?? context) with { Link = link };
        if (form.Receipt(after) is not { } receipt)
        {
            return common.Receipt(form, context, new FormReceipt("unchanged", context.Now, CanChange: false));
        }

        observer.Answered(context.Link.CohortId, context.Person.Id, context.Link.Purpose, context.Link.Number, context.Now);
        return common.Receipt(form, after, receipt) with { Nudges = context.Link.CohortId };
    }

    /// <summary>
    /// A first answer is taken from whoever has the link; one that would take the place of another only with the person's address.
    /// </summary>
    private static bool MayTake(FormDeclaration form, FormContext context, IReadOnlyDictionary<string, string> posted, bool isProven) =>
        isProven || form.Receipt(context) is not { AsksAgain: false } || form.Recorded(context) is not { Count: > 0 } recorded
        || recorded.All(r => Parts(r.Value).SequenceEqual(Parts(posted.GetValueOrDefault(r.Key, "")), StringComparer.Ordinal));

    /// <summary>A list is recorded in one spelling and typed in others; a second press of the button is not another answer.</summary>
    private static string[] Parts(string value) =>
        value.Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<ShownPage> AfterAddressAsync(
        FormContext context, FormDeclaration form,
        string address, IReadOnlyDictionary<string, string> along, bool reads, CancellationToken cancellation)
    {
        if (!context.Person.IsAt(address))
        {
            return common.ConfirmAddress(context, common.WhatIsShown(form, context, reads), address, isWrong: true, along);
        }

        if (!reads && DeclaredProgramme.IsSealed(form, context))
        {
            return common.Closed(form, context, DeclaredProgramme.Sealed, Nothing);
        }

        if (!reads || form.Reading is not { } reading)
        {
            return forms.Show(form, context, form.Recorded(context), [], 200, address);
        }

        return common.Reading(form, await ReadAsync(context, reading.Reads(context), cancellation));
    }

    /// <summary>The very answer already recorded is posted once more after the closing: a second press of the button.</summary>
    private static bool IsRepeated(FormContext context, FormDeclaration form, IReadOnlyDictionary<string, string> posted)
    {
        // What is sealed is not told by which posts are repeats of it.
        var mayTell = form.TakesRepeatsWhenClosed && !DeclaredProgramme.IsSealed(form, context);
        var recorded = mayTell && form.Receipt(context) is not null ? form.Recorded(context) : Nothing;
        return recorded.Count > 0 && posted.Count > 0 && posted.All(p => recorded.GetValueOrDefault(p.Key, "") == p.Value);
    }

    private async Task<ShownPage> UsedUpAsync(LinkGrant link, DateTimeOffset used, CancellationToken cancellation) =>
        common.UsedUp(FormOf(link), await reader.FindAsync(link.CohortId, cancellation), used, link.Expires);

    private async Task<FormContext?> ContextAsync(LinkGrant link, CancellationToken cancellation)
    {
        if (await reader.FindAsync(link.CohortId, cancellation) is not { } cohort || cohort.FindPerson(link.PersonId) is not { } person)
        {
            return null;
        }

        var context = new FormContext(link, person, cohort, clock.GetUtcNow());
        return await ReadAsync(context, FormOf(link).Reads(context), cancellation);
    }

    /// <summary>The one place where a page reads what people wrote: what is sealed never gets further.</summary>
    private async Task<FormContext> ReadAsync(FormContext context, IReadOnlyList<Need> needs, CancellationToken cancellation) =>
        (context with { Read = await reader.ReadAsync(needs, context.Link.CohortId, cancellation) }).WithoutSealed();

    private static FormDeclaration FormOf(LinkGrant link) => MentoringProgramme.Declared.FormOf(link.Purpose);
}
