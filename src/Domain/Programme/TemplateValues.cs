using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Programme;

/// <summary>Values for templates, by snake_case name, and those that every email has.</summary>
public static class TemplateValues
{
    public static Dictionary<string, object?> Of(params (string Name, object? Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    public static Dictionary<string, object?> OfScheme(Scheme scheme, string purpose) => Of(
        ("id", scheme.Id),
        ("name", scheme.Name),
        ("mark", scheme.Face?.Mark ?? ""),
        ("accent_light", scheme.Face?.AccentLight ?? ""),
        ("accent_dark", scheme.Face?.AccentDark ?? ""),
        ("purpose", purpose),
        ("contact_name", scheme.Contact.Name),
        ("contact_email", MailOrText(scheme.Contact.Email)),
        ("support_line_name", scheme.SupportLine.Name),
        ("support_line_phone", scheme.SupportLine.Phone),
        ("support_line_note", scheme.SupportLine.Note),
        ("privacy_notice", scheme.PrivacyNotice));

    /// <summary>Proper addresses as links that can be used; whatever else people typed stays text.</summary>
    public static object MailOrText(string text) =>
        EmailAddress.Parse(text) is { } address ? Link.To(address) : TextWithMail.Of(text) is { } mixed ? mixed : text;

    /// <exception cref="ArgumentException">The context lacks what this template is about.</exception>
    internal static Dictionary<string, object?> OfEmail(EmailDeclaration email, EmailContext c)
    {
        var values = Of(
            ("scheme", OfScheme(c.Scheme, c.Definition.Purpose)),
            ("cohort", Of(("name", c.Definition.Name))),
            ("recipient", Recipient(c)),
            ("link", c.Action),
            ("withdraw_link", c.Withdraw),
            ("footer", Of(
                ("reason", Reason(email, c)),
                ("parts", c.Parts),
                ("who_sees", c.Words("who_sees") ?? c.Scheme.WhoSees),
                ("link_until", c.ActionUntil is { } until ? c.When(until) : null))));
        foreach (var (name, value) in email.Values(c))
        {
            values[name] = value;
        }

        return values;
    }

    private static Dictionary<string, object?> Recipient(EmailContext c) =>
        c.ForCoordinator ? Of(("name", c.Definition.Coordinator.Name), ("role", c.Scheme.Words.Coordinator), ("kind", "coordinator"))
        : c.Member is { } member ? Of(("name", member.Name), ("role", c.Scheme.Words.Coordinator), ("kind", "coordinator"))
        : c.Mail.Departed is { } gone ? Of(("name", gone.Name), ("role", gone.Role), ("kind", gone.IsApplicant ? "applicant" : "left"))
        : c.Person is { } person
        ? Of(
            ("name", person.GoesBy),
            ("role", c.Scheme.Words.RoleOf(person.Roles)),
            ("kind", person is { IsMentor: true, IsMentee: true } ? "both" : person.IsMentor ? "mentor" : "mentee"))
        : throw new ArgumentException("The recipient of this email is not stored.", nameof(c));

    /// <summary>Why its reader gets it, for the template to put in words.</summary>
    private static string Reason(EmailDeclaration email, EmailContext c) =>
        c.ForCoordinator || c.Mail.IsForTeam ? "coordinates"
        : c.Mail.Departed is { } gone ? gone.IsApplicant ? "applies" : "has-left"
        : c.Person is { IsLeaving: true } ? "is-leaving"
        : email.IsForInvited ? c.Person?.AppliedAt is null ? "put-forward" : "applied"
        : "takes-part";
}
