using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>For every page, the values that it may use, as templates/README.md lists them.</summary>
internal static class PageModels
{
    private static readonly string[] Items = ["Your pen portrait", "Your reflections"];

    private static readonly Dictionary<string, object?>[] Answers =
        [new() { ["heading"] = "Did you meet?", ["text"] = "Yes\nOn Monday" }];

    private static readonly Dictionary<string, Dictionary<string, object?>> Extras = new()
    {
        ["pen-portrait"] = new()
        {
            ["role"] = "reverse mentor",
            ["purpose"] = "To learn.",
            ["deadline"] = "27 February 2023",
            ["minutes"] = "10",
            ["launch"] = "28 March 2023",
            ["months"] = 12,
        },
        ["session-check"] = new() { ["session"] = new Dictionary<string, object?> { ["number"] = 2, ["of"] = 6, ["closes"] = "31 May" } },
        ["reflection"] = new()
        {
            ["reflection"] = new Dictionary<string, object?> { ["number"] = 1, ["of"] = 2, ["closes"] = "30 June", ["prompts"] = Items },
        },
        ["evaluation"] = new()
        {
            ["evaluation"] = new Dictionary<string, object?> { ["closes"] = "30 November", ["minutes"] = "5", ["thresholds"] = "Five." },
        },
        ["withdraw"] = new() { ["has_partner"] = true },
        ["match-offer"] = new() { ["answer_by"] = "20 March 2023" },
        ["waiting-list"] = new() { ["launch"] = "28 March 2023" },
        ["why-match"] = new() { ["has_pair"] = true, ["factors"] = new[] { "topics", "times" } },
        ["receipt"] = new()
        {
            ["recorded_at"] = "31 May 2023, 10.12am, London time",
            ["recorded"] = Answers,
            ["next"] = "Nothing to do.",
            ["link_until"] = "1 June",
            ["change_until"] = "31 May",
            ["can_read"] = true,
        },
        ["confirm-address"] = new() { ["what"] = "your reflections" },
        ["reading"] = new()
        {
            ["sections"] = new[] { new Dictionary<string, object?> { ["own"] = true, ["number"] = 1, ["lines"] = Items } },
        },
        ["files"] = new()
        {
            ["files"] = new[] { new Dictionary<string, object?> { ["name"] =
                "handbook.pdf", ["href"] = "x/files/handbook.pdf", ["size"] = "12 KB", ["saved"] = "Monday 6 March 2023" } },
        },
        ["link-unknown"] = [],
        ["pause-nudges"] = [],
        ["fresh-link-sent"] = [],
        ["closed"] = new() { ["because"] = "The window closed on 31 May.", ["typed"] = Answers },
    };

    public static IEnumerable<string> Names => Extras.Keys;

    public static readonly FormField[] NoFields = [];

    /// <summary>One field of every kind.</summary>
    public static FormField[] Fields(string value = "", string? error = null) =>
    [
        new("full-name", "Name", FieldKind.Text)
        {
            Required = true, Value = value, Error = error, Autocomplete = "name",
            Hint = "As you like to be called.", SharedWith = "Your partner sees this.",
        },
        new("address", "Email address", FieldKind.Email) { Required = true, Value = value, Error = error, Autocomplete = "email" },
        new("why", "Why are you interested?", FieldKind.LongText) { Value = value, Error = error, MaxLength = 2000 },
        new("met", "Did you meet?", FieldKind.Choice)
        {
            Required = true, Value = value, Error = error, Hint = "Either is fine.",
            Options = [new("yes", "Yes", "In person or remotely"), new("no", "No")],
        },
        new("agree", "I agree", FieldKind.Checkbox) { Required = true, Value = value, Error = error },
    ];

    public static Page Full(string name, IReadOnlyList<FormField>? fields = null, Func<string, string>? replace = null)
    {
        var values = new Dictionary<string, object?>(Extras[name])
        {
            ["scheme"] = new Dictionary<string, object?>
            {
                ["name"] = "Example Scheme",
                ["contact_name"] = "The mentoring team",
                ["contact_email"] = "mentoring@example.org",
                ["support_line_name"] = "LawCare",
                ["support_line_phone"] = "0800 279 6888",
            },
            ["cohort"] = new Dictionary<string, object?> { ["name"] = "Spring cohort" },
            ["who_sees"] = "Only you.",
            ["files_link"] = "?files",
        };
        return new Page(name, "A heading", EmailModels.WithTexts(values, replace ?? (text => text)), fields ?? Fields(), "Send");
    }

    /// <summary>What may be null is null, lists are empty, conditions do not hold, and nothing is asked.</summary>
    public static Page Bare(string name)
    {
        var page = Full(name, NoFields);
        var values = new Dictionary<string, object?>(page.Values) { ["cohort"] = null, ["who_sees"] = null, ["files_link"] = null };
        values["scheme"] = new Dictionary<string, object?>
        {
            ["name"] = "Example Scheme",
            ["contact_name"] = null,
            ["contact_email"] = null,
            ["support_line_name"] = null,
            ["support_line_phone"] = null,
        };
        string[] nullables = name == "receipt" ? ["link_until", "change_until"] : ["next"];
        foreach (var nullable in nullables.Where(values.ContainsKey))
        {
            values[nullable] = null;
        }

        foreach (var list in new[] { "typed", "sections", "recorded", "factors", "files" }.Where(
            key => values.GetValueOrDefault(key) is not (null or string)))
        {
            values[list] = Array.Empty<string>();
        }

        if (values.ContainsKey("has_partner"))
        {
            values["has_partner"] = false;
        }

        if (values.ContainsKey("has_pair"))
        {
            values["has_pair"] = false;
        }

        return page with { Values = values, SubmitLabel = "" };
    }
}
