using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Programme;

/// <summary>The values every email has; <see cref="EmailTopics"/> adds those of its own.</summary>
public static class EmailValues
{
    /// <exception cref="ArgumentException">The context lacks what this template is about.</exception>
    public static IReadOnlyDictionary<string, object?> Of(EmailContext c)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["scheme"] = OfScheme(c.Scheme, c.Definition.Purpose),
            ["cohort"] = Values(("name", c.Definition.Name)),
            ["recipient"] = Recipient(c),
            ["link"] = c.Action,
            ["withdraw_link"] = c.Withdraw,
            ["footer"] = Values(
                ("why", Why(c)),
                ("who_sees", WhoSees.Of(LinkLife.PurposeOf(c.Mail), c.Scheme)),
                ("link_until", c.ActionUntil is { } until ? c.When(until) : null)),
        };
        foreach (var (name, value) in EmailTopics.Of(c))
        {
            values[name] = value;
        }

        return values;
    }

    public static Dictionary<string, object?> OfScheme(Scheme scheme, string purpose) => Values(
        ("name", scheme.Name),
        ("purpose", purpose),
        ("contact_name", scheme.Contact.Name),
        ("contact_email", MailOrText(scheme.Contact.Email)),
        ("support_line_name", scheme.SupportLine.Name),
        ("support_line_phone", scheme.SupportLine.Phone),
        ("support_line_note", scheme.SupportLine.Note),
        ("privacy_notice", scheme.PrivacyNotice));

    internal static Dictionary<string, object?> Values(params (string Name, object? Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    /// <summary>A proper address as a link that can be used; whatever else people typed stays text.</summary>
    internal static object MailOrText(string text) => EmailAddress.Parse(text) is { } address ? Link.To(address) : text;

    private static Dictionary<string, object?> Recipient(EmailContext c) =>
        c.ForCoordinator ? Values(("name", c.Definition.Coordinator.Name), ("role", "coordinator"))
        : c.Mail.Departed is { } gone ? Values(("name", gone.Name), ("role", gone.Role))
        : c.Person is { } person ? Values(("name", person.Portrait?.Name ?? person.Name), ("role", person.RoleInWords))
        : throw new ArgumentException("The recipient of this email is not stored.", nameof(c));

    private static string Why(EmailContext c) =>
        c.ForCoordinator ? $"You get this email because you coordinate {c.Definition.Name}."
        : c.Mail.Departed is not null ? $"You get this last email because you were invited to {c.Definition.Name}."
        : c.Mail.Template is Templates.Invitation or Templates.PortraitReminder ? $"You get this email because you were put forward for {c.Definition.Name}."
        : $"You get this email because you take part in {c.Definition.Name}.";
}
