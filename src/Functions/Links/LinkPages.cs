using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Store;

namespace ReverseMentoring.Functions.Links;

/// <summary>
/// Finds what a link opens and decides which page to show: the form, the receipt, the question for one's address, "closed", or "unknown".
/// What a person wrote earlier is shown only after they typed their own address.
/// </summary>
public sealed class LinkPages(
    LinkMinter links, CohortReader reader, IEnumerable<ILinkForm> forms, CommonPages common, FreshLinks freshLinks, ReadingPage reading, WhyThisMatchPage why, ICohortObserver observer, TimeProvider clock)
{
    public const string AddressField = "address";

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    public async Task<ShownPage> ShowAsync(string token, LinkWish wish, CancellationToken cancellation)
    {
        var link = await links.FindAsync(token, cancellation);
        if (link?.UsedAt is { } used)
        {
            return common.Receipt(await reader.FindAsync(link.CohortId, cancellation), WithdrawPage.Done(used), link.Purpose, link.Expires, null);
        }

        if (link is null || await ContextAsync(link, cancellation) is not { } context)
        {
            return common.Unknown("", null);
        }

        if (link.Purpose == LinkPurpose.WhyThisMatch)
        {
            return common.ConfirmAddress(context, WhyThisMatchPage.What, "", null);
        }

        var form = FormOf(link.Purpose);
        var receipt = await form.FindReceiptAsync(context, cancellation);
        return wish switch
        {
            LinkWish.Read when link.Purpose == LinkPurpose.Reflection => common.ConfirmAddress(context, "what you and your partner wrote", "", null),
            LinkWish.Change when receipt is { CanChange: true } && !context.IsClosed => common.ConfirmAddress(context, "your answer", "", null),
            _ when receipt is not null && (context.IsClosed || !receipt.AsksAgain) => common.Receipt(context, receipt),
            _ when context.IsClosed => common.Closed(context, Nothing),
            _ => common.Form(form.Show(context, Nothing, []), 200),
        };
    }

    public async Task<ShownPage> AnswerAsync(string token, IReadOnlyDictionary<string, string> posted, LinkWish wish, CancellationToken cancellation)
    {
        var link = await links.FindAsync(token, cancellation);
        if (link?.UsedAt is { } used)
        {
            return common.Receipt(await reader.FindAsync(link.CohortId, cancellation), WithdrawPage.Done(used), link.Purpose, link.Expires, null);
        }

        if (link is null || await ContextAsync(link, cancellation) is not { } context)
        {
            return await freshLinks.AnswerAsync(LinkMinter.CohortOf(token), posted.GetValueOrDefault(AddressField, ""), cancellation);
        }

        if (link.Purpose == LinkPurpose.WhyThisMatch)
        {
            return IsTheirs(context, posted.GetValueOrDefault(AddressField, "")) ? why.Show(context) : WrongAddress(context, WhyThisMatchPage.What, posted.GetValueOrDefault(AddressField, ""));
        }

        var form = FormOf(link.Purpose);
        if (posted.TryGetValue(AddressField, out var address))
        {
            return await AfterAddressAsync(context, form, address, wish, cancellation);
        }

        return !context.IsClosed ? await RecordAsync(token, context, form, posted, cancellation)
            : await AgainAsync(context, form, posted, cancellation) is { } receipt ? common.Receipt(context, receipt)
            : common.Closed(context, posted);
    }

    private async Task<ShownPage> RecordAsync(string token, FormContext context, ILinkForm form, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var problems = await form.RecordAsync(context, posted, cancellation);
        if (problems.Count > 0)
        {
            return common.Form(form.Show(context, posted, problems), 422);
        }

        // The link too, which a withdrawal changes: whoever looks again must find the receipt as they saw it first.
        var link = await links.FindAsync(token, cancellation) ?? context.Link;
        var after = (await ContextAsync(context.Link, cancellation) ?? context) with { Link = link };
        var receipt = await form.FindReceiptAsync(after, cancellation);
        if (receipt is null)
        {
            return common.Receipt(context, WithdrawPage.Stayed(context.Now));
        }

        observer.Answered(context.Link.CohortId, context.Person.Id, context.Link.Purpose, context.Link.Number, context.Now);
        return common.Receipt(after, receipt) with { Nudges = context.Link.CohortId };
    }

    private async Task<ShownPage> AfterAddressAsync(FormContext context, ILinkForm form, string address, LinkWish wish, CancellationToken cancellation)
    {
        var what = wish == LinkWish.Read ? "what you and your partner wrote" : "your answer";
        if (!IsTheirs(context, address))
        {
            return WrongAddress(context, what, address);
        }

        return wish == LinkWish.Read && context.Link.Purpose == LinkPurpose.Reflection
            ? await reading.ShowAsync(context, cancellation)
            : common.Form(form.Show(context, await form.FindAnswerAsync(context, cancellation), []), 200);
    }

    /// <summary>The receipt, where the very answer already recorded is posted once more after the closing: a second press of the button.</summary>
    private static async Task<Receipt?> AgainAsync(FormContext context, ILinkForm form, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation)
    {
        var receipt = context.Link.Purpose == LinkPurpose.MatchOffer ? await form.FindReceiptAsync(context, cancellation) : null;
        var recorded = receipt is null ? Nothing : await form.FindAnswerAsync(context, cancellation);
        return receipt is not null && posted.Count > 0 && posted.All(p => recorded.GetValueOrDefault(p.Key, "") == p.Value) ? receipt : null;
    }

    private static bool IsTheirs(FormContext context, string address) =>
        EmailAddress.Parse(address) is { } typed && typed.Key == EmailAddress.Parse(context.Person.Email)?.Key;

    private ShownPage WrongAddress(FormContext context, string what, string address) =>
        common.ConfirmAddress(context, what, address, new Problem(AddressField, "This is not the address we wrote to. Type the address at which you got the email."));

    private async Task<FormContext?> ContextAsync(LinkGrant link, CancellationToken cancellation) =>
        await reader.FindAsync(link.CohortId, cancellation) is { } cohort && cohort.FindPerson(link.PersonId) is { } person
            ? new FormContext(link, person, cohort, clock.GetUtcNow())
            : null;

    private ILinkForm FormOf(LinkPurpose purpose) => forms.First(f => f.Purpose == purpose);
}
