using System.Collections;
using System.Globalization;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>For every declared email, the values that its declaration gives its template.</summary>
internal static class EmailModels
{
    public static readonly Link Page = new(new Uri("https://mentoring.example.org/r/mQ_2-a*b"));
    public static readonly Link Withdraw = new(new Uri("https://mentoring.example.org/r/leave?x=1&y=(2)"));

    private static readonly string[] ForCoordinators =
        ["applications-waiting", "cohort-closed", "consent-closed", "event-joining-missing", "help-asked", "late-joiners",
            "matches-proposed", "midway-wish", "participant-withdrew", "release-reminder",
            "session-missed", "undelivered", "weekly-digest"];

    /// <summary>What these ask for is behind their link, so it is never null.</summary>
    public static readonly string[] NeedingLink =
    [
        "agreement-made", "agreement-proposed", "application-confirm", "application-nominated", "applications-waiting",
        "evaluation-opening",
        "evaluation-reminder", "fresh-link", "help-asked", "invitation", "leaving", "match-offer", "match-reminder", "portrait-receipt",
        "observation-card", "portrait-reminder",
        "reflection-opening", "reflection-reminder", "session-check", "session-nudge",
    ];

    public static IEnumerable<string> Names => MentoringProgramme.Declared.Emails.Select(e => e.Template);

    public static bool IsForCoordinators(string template) => ForCoordinators.Contains(template);

    /// <summary>The values that its declaration gives to somebody in this role; nothing is null, empty or false.</summary>
    public static Dictionary<string, object?> Full(string template, string role = "reverse mentor")
    {
        var recipient = IsForCoordinators(template) ? OutboxMail.CoordinatorId : role == "reverse mentee" ? "j1" : "m1";
        var model = new Dictionary<string, object?>(MentoringProgramme.Declared.ValuesOf(EmailContexts.Of(template, recipient)))
        {
            ["link"] = Page,
            ["withdraw_link"] = Withdraw,
        };
        model["recipient"] = new Dictionary<string, object?>((Dictionary<string, object?>)model["recipient"]!)
        {
            ["role"] = role,
            ["kind"] = role.Contains(" and ", StringComparison.Ordinal) ? "both" : role.Split(' ')[^1],
        };
        return model;
    }

    /// <summary>A member of a member, such as the partner's name.</summary>
    public static string Text(IReadOnlyDictionary<string, object?> model, string member, string name) =>
        Convert.ToString(((IReadOnlyDictionary<string, object?>)model[member]!)[name], CultureInfo.InvariantCulture)!;

    public static IEnumerable<Link> LinksIn(object? value) => value switch
    {
        Link link => [link],
        string => [],
        IReadOnlyDictionary<string, object?> members => members.Values.SelectMany(LinksIn),
        IEnumerable items => items.Cast<object?>().SelectMany(LinksIn),
        _ => [],
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
