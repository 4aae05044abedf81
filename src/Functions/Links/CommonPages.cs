using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Links;

/// <summary>The pages that every link may lead to.</summary>
public sealed class CommonPages(PageRenderer renderer)
{
    public ShownPage Form(Page page, int status) => new(status, renderer.Render(page));

    public ShownPage Receipt(FormContext context, Receipt receipt) =>
        Receipt(context.Cohort, receipt, context.Link.Purpose, context.Link.Expires, receipt.CanChange && !context.IsClosed ? context.Closes : null, context.FilesLink);

    public ShownPage Receipt(CohortSnapshot? cohort, Receipt receipt, LinkPurpose purpose, DateTimeOffset linkUntil, DateTimeOffset? changeUntil, string? filesLink = null)
    {
        string? Words(DateTimeOffset? at) => at is { } instant && cohort is not null ? InWords.DateAndTime(instant, cohort.Definition.Zone) : at?.ToString("u", System.Globalization.CultureInfo.InvariantCulture);
        var recorded = new[] { new Dictionary<string, object?>(StringComparer.Ordinal) { ["heading"] = receipt.Heading, ["text"] = receipt.Text } };
        var values = Values(cohort, ("recorded_at", Words(receipt.At)), ("recorded", recorded), ("next", receipt.Next), ("link_until", Words(linkUntil)), ("change_until", Words(changeUntil)), ("can_read", purpose == LinkPurpose.Reflection));
        values["files_link"] = filesLink;
        values["who_sees"] = cohort is null ? null : WhoSees.Of(purpose, cohort.Scheme);

        return new ShownPage(200, renderer.Render(new Page("receipt", receipt.Title, values, [], "")));
    }

    /// <summary>Unknown, expired and revoked look the same, whichever cohort the link claims.</summary>
    public ShownPage Unknown(string typed, Problem? problem)
    {
        var address = AddressField(typed, problem, "Your email address");
        return new ShownPage(404, renderer.Render(new Page("link-unknown", "We cannot open this link", Values(null), [address], "Send me a fresh link")));
    }

    public ShownPage FreshLinkSent() =>
        new(200, renderer.Render(new Page("fresh-link-sent", "Please look in your inbox", Values(null), [], "")));

    public ShownPage ConfirmAddress(FormContext context, string what, string typed, Problem? problem)
    {
        var address = AddressField(typed, problem, "Your email address");
        return new ShownPage(
            problem is null ? 200 : 422,
            renderer.Render(new Page("confirm-address", "Please confirm that it is you", context.Values(("what", what)), [address], "Continue")));
    }

    public ShownPage Closed(FormContext context, IReadOnlyDictionary<string, string> posted)
    {
        var typed = posted.Where(p => p.Value.Length > 0)
            .Select(p => new Dictionary<string, object?>(StringComparer.Ordinal) { ["heading"] = p.Key.Replace('_', ' '), ["text"] = p.Value }).ToList();
        var values = context.Values(
            ("because", Because(context)),
            ("typed", typed),
            ("next", $"If you still want to tell us something, write to {context.Cohort.Scheme.Contact.Name}; the address is below."));
        return new ShownPage(typed.Count > 0 ? 409 : 200, renderer.Render(new Page("closed", "This is closed", values, [], "")));
    }

    /// <summary>A match that is not available says so in the same words whatever the cause, and names no time that could tell it.</summary>
    private static string Because(FormContext context) => context.Link.Purpose switch
    {
        LinkPurpose.MatchOffer => "This match is not available.",
        LinkPurpose.WaitingList when context.Now < context.Closes => "You have a match, so there is nothing to choose here.",
        _ => $"This closed on {context.When(context.Closes!.Value)}.",
    };

    private static FormField AddressField(string typed, Problem? problem, string label) =>
        new(LinkPages.AddressField, label, FieldKind.Email) { Required = true, Value = typed, Error = problem?.Sentence, Autocomplete = "email" };

    private static Dictionary<string, object?> Values(CohortSnapshot? cohort, params (string Name, object? Value)[] own)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["scheme"] = cohort is null ? Anonymous() : EmailValues.OfScheme(cohort.Scheme, cohort.Definition.Purpose),
            ["cohort"] = cohort is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = cohort.Definition.Name },
            ["who_sees"] = null,
            ["files_link"] = null,
        };
        foreach (var (name, value) in own)
        {
            values[name] = value;
        }

        return values;
    }

    /// <summary>A page that must not show whose link it is names no scheme.</summary>
    private static Dictionary<string, object?> Anonymous() => new(StringComparer.Ordinal)
    {
        ["name"] = "Reverse mentoring",
        ["contact_name"] = null,
        ["contact_email"] = null,
        ["support_line_name"] = null,
        ["support_line_phone"] = null,
    };
}
