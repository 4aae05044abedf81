using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>Models for every email template, as templates/README.md lists their values.</summary>
internal static class EmailModels
{
    public static readonly Link Page = new(new Uri("https://mentoring.example.org/r/mQ_2-a*b"));
    public static readonly Link Withdraw = new(new Uri("https://mentoring.example.org/r/leave?x=1&y=(2)"));
    public static readonly Link Contact = new(new Uri("mailto:mentoring@example.org"));

    /// <summary>What these ask for is behind their link, so it is never null.</summary>
    public static readonly string[] NeedingLink =
    [
        "evaluation-opening",
        "evaluation-reminder", "fresh-link", "invitation", "match-offer", "match-reminder", "portrait-receipt", "portrait-reminder",
        "reflection-opening", "reflection-reminder", "session-check", "session-nudge",
    ];

    public static IEnumerable<string> Names => EmailValues.ByTemplate.Keys;

    /// <summary>Nothing is null, empty or false.</summary>
    public static Dictionary<string, object?> Full(string template, string role = "reverse mentor") => new(EmailValues.ByTemplate[template])
    {
        ["scheme"] = new Dictionary<string, object?>
        {
            ["name"] = "Example Reverse Mentoring Scheme",
            ["purpose"] = "To learn from each other.",
            ["contact_name"] = "The mentoring team",
            ["contact_email"] = Contact,
            ["support_line_name"] = "LawCare",
            ["support_line_phone"] = "0800 279 6888",
            ["support_line_note"] = "Free, confidential, without judgement",
        },
        ["cohort"] = new Dictionary<string, object?> { ["name"] = "Spring cohort" },
        ["recipient"] = new Dictionary<string, object?> { ["name"] = "Sam Reader", ["role"] = role, ["kind"] = role.Split(' ')[^1] },
        ["footer"] = new Dictionary<string, object?>
        {
            ["reason"] = "takes-part",
            ["who_sees"] = "Only you see your answers.",
            ["link_until"] = "1 June 2023",
        },
        ["link"] = Page,
        ["withdraw_link"] = Withdraw,
    };

    /// <summary>What may be null is null, lists are empty and conditions do not hold.</summary>
    public static Dictionary<string, object?> Bare(string template, string role)
    {
        var model = Full(template, role);
        if (model.ContainsKey("withdraw_link"))
        {
            model["withdraw_link"] = null;
        }

        if (template == "participant-withdrew")
        {
            model["pair"] = null;
        }

        if (!NeedingLink.Contains(template))
        {
            model["link"] = null;
        }

        ((Dictionary<string, object?>)model["footer"]!)["link_until"] = null;
        return (Dictionary<string, object?>)Change(model, value => value switch
        {
            bool => false,
            IEnumerable<string> or IEnumerable<Dictionary<string, object?>> => Array.Empty<string>(),
            _ => value,
        })!;
    }

    /// <summary>The model with every text in it replaced.</summary>
    public static Dictionary<string, object?> WithTexts(Dictionary<string, object?> model, Func<string, string> replace) =>
        (Dictionary<string, object?>)Change(model, value => value is string text ? replace(text) : value)!;

    private static object? Change(object? value, Func<object?, object?> leaf) => leaf(value) switch
    {
        Dictionary<string, object?> members => members.ToDictionary(member => member.Key, member => Change(member.Value, leaf)),
        IEnumerable<string> texts => texts.Select(text => Change(text, leaf)).ToArray(),
        IEnumerable<Dictionary<string, object?>> items => items.Select(item => (Dictionary<string, object?>)Change(item, leaf)!).ToArray(),
        var changed => changed,
    };
}
