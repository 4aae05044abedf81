using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Mine;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>The values that every page in the frame of a scheme has.</summary>
internal static class PageValues
{
    public static Dictionary<string, object?> Of(
        FormDeclaration form, FormContext context, PageWords words, Dictionary<string, object?> own)
    {
        var values = Of(context.Cohort, words, own);
        values["files_link"] = FilesLink(context);
        values["mine_link"] = MineLink(context);
        values["help_link"] = HelpLink(context);
        values["handbook_link"] = HandbookLink(context);
        values["who_sees"] = WhoSees(form, context.Cohort, words);
        return values;
    }

    /// <summary>A page that must not show whose link it is names no scheme.</summary>
    /// <param name="cohort">Null where nobody may know which it is.</param>
    /// <param name="contact">Whom to ask where no scheme is named: an address or words; empty: nobody.</param>
    public static Dictionary<string, object?> Of(
        CohortSnapshot? cohort, PageWords words, Dictionary<string, object?> own, string contact = "")
    {
        var values = TemplateValues.Of(
            ("scheme", cohort is null ? Anonymous(words, contact) : TemplateValues.OfScheme(cohort.Scheme, cohort.Definition.Purpose)),
            ("cohort", cohort is null ? null : TemplateValues.Of(("name", cohort.Definition.Name))),
            ("who_sees", null),
            ("files_link", null),
            ("mine_link", null),
            ("help_link", null),
            ("handbook_link", null));
        foreach (var (name, value) in own)
        {
            values[name] = value;
        }

        return values;
    }

    public static string WhoSees(FormDeclaration form, CohortSnapshot cohort, PageWords words) =>
        words.Find("who_sees") ?? cohort.Scheme.WhoSees;

    /// <summary>Leads from any page of a link to the cohort's files; null for somebody who has left.</summary>
    public static string? FilesLink(FormContext context) => context.Link.UsedAt is null && context.Person.TakesPart ? "?files" : null;

    /// <summary>Leads from any page of a link to "Your mentoring"; null for somebody who has left.</summary>
    public static string? MineLink(FormContext context) => MyMentoring.IsFor(context) ? "?mine=yes" : null;

    /// <summary>Leads from any page of a link to the handbook; null where the link names nobody any more.</summary>
    public static string? HandbookLink(FormContext context) => context.Link.UsedAt is null ? "?handbook=yes" : null;

    /// <summary>Leads from any page of a link to "I need help"; null where it names nobody any more, or nobody would read it.</summary>
    public static string? HelpLink(FormContext context) =>
        context.Link.UsedAt is null && context.Definition.Safeguarding.Any() ? "?help=yes" : null;

    private static Dictionary<string, object?> Anonymous(PageWords words, string contact) => TemplateValues.Of(
        ("id", null),
        ("name", words["service"]),
        ("mark", ""),
        ("contact_name", contact.Length == 0 ? null : EmailAddress.Parse(contact) is null ? contact : words["contact"]),
        ("contact_email", EmailAddress.Parse(contact) is { } address ? Link.To(address) : null),
        ("support_line_name", null),
        ("support_line_phone", null));
}
