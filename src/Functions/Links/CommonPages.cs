using System.Globalization;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Settings;
using ReverseMentoring.Functions.Web;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.Links;

// Over 200 lines because what all pages behind links have in common stands in one place.
/// <summary>The pages that every link may lead to.</summary>
public sealed class CommonPages(PageRenderer renderer, WebOptions web)
{
    public const string AddressField = TypedText.AddressField;

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    public ShownPage Receipt(FormDeclaration form, FormContext context, FormReceipt receipt)
    {
        var isOpen = DeclaredProgramme.ClosedBecause(form, context) is null;
        var page = new ReceiptPage(form, receipt, context.Link.Expires, receipt.CanChange && isOpen ? form.Closes(context) : null)
        {
            Values = form.Values(context),
            FilesLink = PageValues.FilesLink(context),
            MineLink = PageValues.MineLink(context),
            HelpLink = PageValues.HelpLink(context),
            HandbookLink = PageValues.HandbookLink(context),
        };
        return Receipt(context.Cohort, page);
    }

    /// <summary>A link that was used up names nobody any more; it keeps giving the receipt until it expires.</summary>
    public ShownPage UsedUp(FormDeclaration form, CohortSnapshot? cohort, DateTimeOffset used, DateTimeOffset linkUntil) =>
        Receipt(cohort, new ReceiptPage(form, new FormReceipt("receipt", used, CanChange: false), linkUntil, null));

    /// <summary>Unknown, expired and revoked look the same, whichever cohort the link claims.</summary>
    public ShownPage Unknown() => Unknown(Nothing);

    /// <param name="posted">What was sent to the link; it is shown, and travels along with the address.</param>
    /// <param name="problem">The key of what is wrong with the address, or null.</param>
    public ShownPage Unknown(IReadOnlyDictionary<string, string> posted, string? problem = null) => Ask(
        "link-unknown", 404, null,
        posted.GetValueOrDefault(AddressField, ""), problem, Of(("typed", TypedText.Listed(posted))), posted);

    /// <inheritdoc cref="Unknown(IReadOnlyDictionary{string, string}, string?)"/>
    public ShownPage FreshLinkSent(IReadOnlyDictionary<string, string> posted)
    {
        var words = renderer.WordsOf("fresh-link-sent");
        var values = PageValues.Of(null, words, Of(("typed", TypedText.Listed(posted))), web.Contact);
        return new ShownPage(200, renderer.Render(new Page("fresh-link-sent", words["title"], values, [], "")));
    }

    /// <param name="what">What is shown to whoever types their address, in words.</param>
    /// <param name="problem">The key of what is wrong with the address, or null.</param>
    /// <param name="along">An answer that was sent, and would take the place of another; it travels along with the address.</param>
    public ShownPage ConfirmAddress(
        FormContext context, string what, string typed = "", string? problem = null, IReadOnlyDictionary<string, string>? along = null)
    {
        var values = Around(context, what, TypedText.Answers(along ?? Nothing).Any(), newLink: null);
        return Ask("confirm-address", StatusOf(problem), context.Cohort, typed, problem, values, along);
    }

    /// <summary>A draft is there to be taken up, by whoever types their address; an empty form is there for anybody.</summary>
    public ShownPage TakeUp(FormContext context, FormDraft draft)
    {
        var what = In(context.Cohort).WordsOf("confirm-address")["draft", ("saved_at", context.When(draft.At))];
        var values = Around(context, what, overwrites: false, LinkWishes.QueryOf(LinkWish.New));
        return Ask("confirm-address", 200, context.Cohort, "", null, values);
    }

    /// <summary>A draft was saved; the page repeats nothing of it.</summary>
    public ShownPage Saved(FormContext context, FormDraft draft)
    {
        var pages = In(context.Cohort);
        var words = pages.WordsOf("saved");
        var form = MentoringProgramme.Declared.FormOf(context.Link.Purpose);
        var values = PageValues.Of(form, context, words, Of(
            ("saved_at", context.When(draft.At)),
            ("closes", form.Closes(context) is { } closes ? context.When(closes) : null),
            ("link_until", context.When(context.Link.Expires))));
        return new ShownPage(200, pages.Render(new Page("saved", words["title"], values, [], "")));
    }

    /// <summary>The same of the coordinator, or of an applicant, whose link it is.</summary>
    public ShownPage ConfirmAddress(
        CohortSnapshot cohort, string what, string typed, string? problem, IReadOnlyDictionary<string, string>? along = null)
    {
        var values = Of(("what", what), ("overwrites", false), ("new_link", null), ("who_sees", null));
        return Ask("confirm-address", StatusOf(problem), cohort, typed, problem, values, along);
    }

    /// <summary>A match that is not available says so in the same words whatever the cause, and names no time that could tell it.</summary>
    /// <param name="because">The key of the reason in the words of the form's page.</param>
    public ShownPage Closed(FormDeclaration form, FormContext context, string because, IReadOnlyDictionary<string, string> posted)
    {
        var pages = In(context.Cohort);
        var words = pages.WordsOf(form.Page);
        var typed = TypedText.Listed(posted);
        var closes = form.Closes(context) is { } at ? context.When(at) : null;
        var values = PageValues.Of(form, context, words, Of(("because", words[because, ("closes", closes)]), ("typed", typed)));
        return new ShownPage(
            typed.Count > 0 ? 409 : 200, pages.Render(new Page("closed", pages.WordsOf("closed")["title"], values, [], "")));
    }

    /// <summary>The handbook of the cohort for whoever reads it; it holds nothing of anybody.</summary>
    public ShownPage Handbook(FormDeclaration form, FormContext context, bool isFull)
    {
        var pages = In(context.Cohort);
        var words = pages.WordsOf("handbook");
        var values = PageValues.Of(form, context, words, Domain.Guidance.Handbook.ValuesOf(context, isFull));
        return new ShownPage(200, pages.Render(new Page("handbook", words["title"], values, [], "")));
    }

    /// <summary>A page with what can be read behind a link.</summary>
    public ShownPage Reading(FormDeclaration form, FormContext context)
    {
        var reading = form.Reading ?? throw new ArgumentException("There is nothing to read behind this link.", nameof(form));
        var pages = In(context.Cohort);
        var values = PageValues.Of(form, context, pages.WordsOf(form.Page), reading.Values(context));
        return new ShownPage(200, pages.Render(new Page(reading.Page, pages.WordsOf(reading.Page)["title"], values, [], "")));
    }

    /// <summary>The words for what will be shown: one's answer, or what there is to read.</summary>
    public string WhatIsShown(FormDeclaration form, FormContext context, bool reads) =>
        In(context.Cohort).WordsOf(form.Page)[reads && form.Reading is { } reading ? reading.What : "answer"];

    private ShownPage Receipt(CohortSnapshot? cohort, ReceiptPage page)
    {
        var pages = In(cohort);
        var words = pages.WordsOf(page.Form.Page);
        string? Words(DateTimeOffset? at) =>
            at is not { } instant ? null
            : cohort is null ? instant.ToString("u", CultureInfo.InvariantCulture)
            : cohort.Scheme.Words.DateAndTimeOf(instant, cohort.Definition.Zone);
        string Of(string part) =>
            words.Find([$"{page.Receipt.Words}.{part}", $"receipt.{part}"], [.. page.Values.Select(v => (v.Key, v.Value))])
            ?? throw new ArgumentException($"The page {page.Form.Page} has no words for receipt.{part}.", nameof(page));
        var values = PageValues.Of(cohort, words, TemplateValues.Of(
            ("recorded_at", Words(page.Receipt.At)),
            ("recorded", new[] { TemplateValues.Of(("heading", Of("heading")), ("text", Of("text"))) }),
            ("next", Of("next")),
            ("link_until", Words(page.LinkUntil)),
            ("change_until", Words(page.ChangeUntil)),
            ("can_read", page.Form.Reading is not null),
            ("files_link", page.FilesLink),
            ("mine_link", page.MineLink),
            ("help_link", page.HelpLink),
            ("handbook_link", page.HandbookLink),
            ("who_sees", cohort is null ? null : PageValues.WhoSees(page.Form, cohort, words))), web.Contact);
        return new ShownPage(200, pages.Render(new Page("receipt", Of("title"), values, [], "")));
    }

    /// <summary>What every question for a participant's address has around it.</summary>
    private Dictionary<string, object?> Around(FormContext context, string what, bool overwrites, string? newLink) => Of(
        ("what", what),
        ("overwrites", overwrites),
        ("new_link", newLink),
        ("files_link", PageValues.FilesLink(context)),
        ("mine_link", PageValues.MineLink(context)),
        ("help_link", PageValues.HelpLink(context)),
        ("handbook_link", PageValues.HandbookLink(context)),
        ("who_sees", WhoSees(context)));

    private string WhoSees(FormContext context)
    {
        var form = MentoringProgramme.Declared.FormOf(context.Link.Purpose);
        return PageValues.WhoSees(form, context.Cohort, In(context.Cohort).WordsOf(form.Page));
    }

    private static int StatusOf(string? problem) => problem switch
    {
        null => 200,
        "later" => 429,
        _ => 422,
    };

    private ShownPage Ask(
        string page, int status, CohortSnapshot? cohort,
        string typed, string? problem, Dictionary<string, object?> own, IReadOnlyDictionary<string, string>? along = null)
    {
        var pages = In(cohort);
        var words = pages.WordsOf(page);
        var address = new FormField(AddressField, words["address.label"], FieldKind.Email)
        {
            Required = true,
            Value = typed,
            Error = problem is null ? null : words[$"address.{problem}"],
            Autocomplete = "email",
        };
        var values = PageValues.Of(cohort, words, own, web.Contact);
        var hidden = TypedText.Answers(along ?? Nothing).Select(p => new FormField(p.Key, "", FieldKind.Hidden) { Value = p.Value });
        return new ShownPage(status, pages.Render(new Page(page, words["title"], values, [.. hidden, address], words["button"])));
    }

    /// <summary>Where no cohort is known, the language that is whole.</summary>
    private PageRenderer In(CohortSnapshot? cohort) => cohort is null ? renderer : renderer.In(cohort.Scheme.Language);

    private sealed record ReceiptPage(FormDeclaration Form, FormReceipt Receipt, DateTimeOffset LinkUntil, DateTimeOffset? ChangeUntil)
    {
        public Dictionary<string, object?> Values { get; init; } = [];

        public string? FilesLink { get; init; }

        public string? MineLink { get; init; }

        public string? HelpLink { get; init; }

        public string? HandbookLink { get; init; }
    }
}
