using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>For every email template, every value that it may use, as templates/README.md lists them.</summary>
internal static class EmailModels
{
    public static readonly Link Page = new(new Uri("https://mentoring.example.org/r/mQ_2-a*b"));
    public static readonly Link Withdraw = new(new Uri("https://mentoring.example.org/r/leave?x=1&y=(2)"));
    public static readonly Link Contact = new(new Uri("mailto:mentoring@example.org"));

    private static readonly Dictionary<string, object?> Event = new()
    {
        ["name"] = "Collective launch",
        ["when"] = "Tuesday 28 March 2023, 4.30pm, London time",
        ["where"] = "Online",
        ["about"] = "A welcome from those who lead the scheme.",
    };

    private static readonly Dictionary<string, object?> Session = new()
    {
        ["number"] = 2,
        ["of"] = 6,
        ["opens"] = "1 May 2023",
        ["closes"] = "31 May 2023, 11.59pm, London time",
        ["heading"] = "Culture",
        ["prompts"] = new[] { "What is a usual day like?", "What surprises you?" },
    };

    private static readonly Dictionary<string, object?> Reflection = new()
    {
        ["number"] = 1,
        ["of"] = 2,
        ["closes"] = "30 June 2023, noon, London time",
        ["prompts"] = new[] { "What have you learnt?" },
    };

    private static readonly Dictionary<string, object?> Evaluation = new()
    {
        ["closes"] = "30 November 2023, noon, London time",
        ["minutes"] = "5",
        ["thresholds"] = "Scores need five answers, free text ten.",
    };

    private static readonly Dictionary<string, object?> Partner = new()
    {
        ["name"] = "Robin Partner",
        ["role"] = "reverse mentee",
        ["role_and_experience"] = "Circuit Judge since 2015",
        ["why_interested"] = "To listen.",
        ["contact"] = "robin@example.org",
    };

    private static readonly Dictionary<string, Dictionary<string, object?>> Extras = new()
    {
        ["invitation"] = new() { ["deadline"] = "Monday 27 February 2023, 4pm, London time", ["launch"] = "28 March 2023", ["minutes"] = "10" },
        ["portrait-reminder"] = new() { ["deadline"] = "Monday 27 February 2023" },
        ["portrait-receipt"] = new()
        {
            ["deadline"] = "Monday 27 February 2023",
            ["shared_fields"] = new[] { "Name", "Role" },
            ["private_fields"] = new[] { "Courts" },
        },
        ["not-taken-up"] = [],
        ["matches-proposed"] = new()
        {
            ["counts"] = new Dictionary<string, object?>
            {
                ["pairs"] = 41, ["unmatched"] = 1, ["conflicts"] = 2, ["mentors"] = 41, ["mentees"] = 40,
            },
            ["release_by"] = "20 March 2023",
            ["how_to_release"] = "Send a POST to the matching route.",
        },
        ["release-reminder"] = new() { ["release_by"] = "20 March 2023", ["overdue"] = true },
        ["introduction"] = new()
        {
            ["partner"] = Partner,
            ["conflict_note"] = "You may meet in court.",
            ["launch"] = "28 March 2023",
            ["undertakings"] = new[] { "Keep the times you agree" },
            ["handbook"] = new[] { new Dictionary<string, object?> { ["heading"] = "First session", ["text"] = "Get to know each other." } },
        },
        ["not-matched"] = new() { ["kept_until"] = "28 March 2024" },
        ["launch-invitation"] = new() { ["event"] = Event },
        ["training"] = new() { ["event"] = Event },
        ["support-session"] = new() { ["event"] = Event },
        ["mixer"] = new() { ["event"] = Event },
        ["wash-up"] = new() { ["event"] = Event },
        ["session-opening"] = new() { ["session"] = Session },
        ["session-check"] = new() { ["session"] = Session },
        ["session-nudge"] = new() { ["session"] = Session },
        ["session-missed"] = new()
        {
            ["session"] = Session, ["pair"] = "Pair 7", ["mentor"] = "Ada Mentor", ["mentee"] = "Robin Partner", ["heard"] = true,
        },
        ["reflection-opening"] = new() { ["reflection"] = Reflection },
        ["reflection-reminder"] = new() { ["reflection"] = Reflection },
        ["evaluation-opening"] = new() { ["evaluation"] = Evaluation },
        ["evaluation-reminder"] = new() { ["evaluation"] = Evaluation },
        ["report-ready"] = new()
        {
            ["report"] = new Dictionary<string, object?> { ["answers"] = "62", ["asked"] = 80, ["where"] = "On the scheme's page." },
        },
        ["partner-withdrew"] = new() { ["ended"] = "3 May 2023", ["what_next"] = "We look for a new partner." },
        ["participant-withdrew"] = new() { ["pair"] = "Pair 7", ["role"] = "reverse mentor", ["ended"] = "3 May 2023" },
        ["withdrawal-receipt"] = new()
        {
            ["erased"] = new[] { "Your pen portrait" }, ["kept"] = new[] { "A count of people" }, ["asked_on"] = "3 May 2023, 10.12am",
        },
        ["retention-notice"] = new() { ["erase_on"] = "30 November 2024", ["why_now"] = "Twelve months have passed." },
        ["erasure-receipt"] = new()
        {
            ["erased_on"] = "30 November 2024", ["because"] = "Twelve months have passed.", ["proof"] = "ER-7F3A",
        },
        ["fresh-link"] = new() { ["purpose"] = "Your reflection" },
        ["cohort-closed"] = new() { ["people"] = 81, ["erased"] = 81, ["report"] = "Kept without personal data." },
        ["change-notice"] = new() { ["what"] = "The wash-up", ["old"] = "6 November 2023", ["new"] = "13 November 2023" },
        ["cohort-cancelled"] = new() { ["because"] = "Too few people could take part." },
    };

    /// <summary>What these ask for is behind their link, so it is never null.</summary>
    public static readonly string[] NeedingLink =
    [
        "evaluation-opening", "evaluation-reminder", "fresh-link", "invitation", "portrait-receipt", "portrait-reminder",
        "reflection-opening", "reflection-reminder", "session-check", "session-nudge",
    ];

    public static IEnumerable<string> Names => Extras.Keys;

    /// <summary>Nothing is null, empty or false.</summary>
    public static Dictionary<string, object?> Full(string template, string role = "reverse mentor") => new(Extras[template])
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
        ["recipient"] = new Dictionary<string, object?> { ["name"] = "Sam Reader", ["role"] = role },
        ["footer"] = new Dictionary<string, object?>
        {
            ["why"] = "You get this because you are part of it.", ["who_sees"] = "Only you see your answers.", ["link_until"] = "1 June 2023",
        },
        ["link"] = Page,
        ["withdraw_link"] = Withdraw,
    };

    /// <summary>What may be null is null, lists are empty and conditions do not hold.</summary>
    public static Dictionary<string, object?> Bare(string template, string role)
    {
        var model = Full(template, role);
        foreach (var name in new[] { "withdraw_link", "conflict_note" }.Where(model.ContainsKey).ToList())
            model[name] = null;
        if (template == "participant-withdrew")
            model["pair"] = null;
        if (!NeedingLink.Contains(template))
            model["link"] = null;
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
