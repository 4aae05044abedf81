using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Mine;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;
using ReverseMentoring.Functions.Links;
using ReverseMentoring.Functions.Rendering;

// Over 200 lines because the values of every page that is no form stand here.
namespace ReverseMentoring.Functions.Tests.Rendering;

/// <summary>For every page, the values that it may use, as templates/README.md lists them.</summary>
internal static class PageModels
{
    private static readonly string[] Items = ["Your pen portrait", "Your reflections"];

    private static readonly Dictionary<string, object?>[] Answers =
        [new() { ["heading"] = "Did you meet?", ["text"] = "Yes\nOn Monday" }];

    private static readonly Dictionary<string, object?> Someone =
        new() { ["name"] = "Uma Jessop", ["organisation"] = "Aspen Law", ["rank"] = "Solicitor" };

    /// <summary>Of the pages that are no form.</summary>
    private static readonly Dictionary<string, Dictionary<string, object?>> Extras = new()
    {
        ["receipt"] = new()
        {
            ["recorded_at"] = "31 May 2023, 10.12am, London time",
            ["recorded"] = Answers,
            ["next"] = "Nothing to do.",
            ["link_until"] = "1 June",
            ["change_until"] = "31 May",
            ["can_read"] = true,
        },
        ["confirm-address"] = new() { ["what"] = "your reflections", ["overwrites"] = true, ["new_link"] = "?new=yes" },
        ["apply"] = Apply(),
        ["apply-nominate"] = Apply(),
        ["apply-sent"] = new() { ["nominates"] = true, ["days"] = 7, ["typed"] = Answers },
        ["application"] = new()
        {
            ["state"] = "nominated",
            ["by"] = "Ola Birch",
            ["wish"] = "reverse-mentor",
            ["at"] = "31 May",
            ["answered_by"] = "17 June",
            ["other_ways"] = "Help to plan.",
            ["coordinator"] = "Morgan Ashby",
            ["purpose"] = "Why it is.",
            ["about"] = "What it is.",
            ["typed"] = Answers,
        },
        ["saved"] = new() { ["saved_at"] = "31 May", ["closes"] = "1 June", ["link_until"] = "14 June" },
        ["trouble"] = new() { ["happened"] = "A fault.", ["advice"] = "Try again.", ["typed"] = Answers },
        ["reading"] = new()
        {
            ["sections"] = new[] { new Dictionary<string, object?> { ["own"] = true, ["number"] = 1, ["lines"] = Items } },
        },
        ["mine"] = Mine(),
        ["handbook"] = Handbook(),
        ["files"] = new()
        {
            ["files"] = new[] { new Dictionary<string, object?> { ["name"] =
                "handbook.pdf", ["href"] = "x/files/handbook.pdf", ["size"] = "12 KB", ["saved"] = "Monday 6 March 2023" } },
        },
        ["staff-matching"] = new()
        {
            ["address"] = "coordinator@example.org",
            ["version"] = 2,
            ["proposed_at"] = "Monday 6 March 2023",
            ["released_at"] = null,
            ["outdated"] = true,
            ["asks_for_consent"] = true,
            ["pairs"] = new[] { new Dictionary<string, object?>
            {
                ["mentor"] = Someone, ["mentee"] = Someone, ["reasons"] = Items, ["considerations"] = Items, ["kept"] = true,
                    ["pinned"] = true,
            } },
            ["fresh"] = 1,
            ["left_out"] = new[] { new Dictionary<string, object?> { ["person"] = Someone, ["reason"] = "No place." } },
            ["ends"] = new[] { new Dictionary<string, object?> { ["mentor"] = Someone, ["mentee"] = Someone, ["reason"] = "Changed." } },
            ["considerations"] = new[] { new Dictionary<string, object?> { ["person"] = Someone, ["note"] = "Not my old firm." } },
            ["access_notes"] = new[] { new Dictionary<string, object?> { ["person"] = Someone, ["note"] = "A quiet room." } },
            ["joined"] = new[] { Someone },
            ["problems"] = Items,
            ["refused"] = "It has moved on.",
            ["done"] = "release",
        },
        ["staff-report"] = new()
        {
            ["report"] = new Dictionary<string, object?>
            {
                ["made_at"] = "Monday 6 March 2023",
                ["asked"] = 24,
                ["answered"] = "20 or more",
                ["pairs"] = 12,
                ["pairs_completed"] = "10 or more",
                ["sessions_held"] = "60 to 64",
                ["comments"] = Items,
                ["thresholds"] = "From five on.",
                ["questions"] = new[]
                {
                    new Dictionary<string, object?> { ["text"] = "Worth it?", ["mean"] = "4.5 or more", ["answers"] = "15 to 19" },
                },
            },
        },
        ["staff-address"] = new() { ["person"] = "Uma Jessop", ["done"] = false, ["waits"] = false },
        ["link-unknown"] = new() { ["typed"] = Answers },
        ["fresh-link-sent"] = new() { ["typed"] = Answers },
        ["closed"] = new() { ["because"] = "The window closed on 31 May.", ["typed"] = Answers },
    };

    private static readonly Dictionary<string, FormDeclaration> Forms =
        MentoringProgramme.Declared.Forms.Reverse().DistinctBy(f => f.Page).ToDictionary(f => f.Page, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Extras.Keys.Concat(Forms.Keys);

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
        new("modes", "How do you like to meet?", FieldKind.Several)
        {
            Value = value, Error = error, Group = "A few more questions", Options = [new("video", "Video"), new("walking", "Walking")],
        },
        new("agree", "I agree", FieldKind.Checkbox) { Required = true, Value = value, Error = error },
    ];

    public static Page Full(string name, IReadOnlyList<FormField>? fields = null, Func<string, string>? replace = null)
    {
        var values = Forms.TryGetValue(name, out var form) ? Declared(form) : OfNoForm(name);
        return new Page(name, "A heading", EmailModels.WithTexts(values, replace ?? (text => text)), fields ?? Fields(), "Send");
    }

    /// <summary>What the form's declaration gives its page, for a reverse mentor who has a partner.</summary>
    private static Dictionary<string, object?> Declared(FormDeclaration form)
    {
        var link = Given.Link(form.Key, "m1", 1, "pair-01");
        var context = new FormContext(link, EmailContexts.Full.FindPerson("m1")!, EmailContexts.Full, EmailContexts.Now);
        var page = new FormPages(Templates.Pages).Of(form, context, new Dictionary<string, string>(StringComparer.Ordinal), []);
        var values = new Dictionary<string, object?>(page.Values);
        foreach (var (name, value) in form.Reading is { } reading && reading.Page == form.Page ? reading.Values(context) : [])
        {
            values[name] = value;
        }

        return values;
    }

    private static Dictionary<string, object?> Apply() => new()
    {
        ["about"] = "What it is.",
        ["purpose"] = "Why it is.",
        ["roles"] = new[]
        {
            new Dictionary<string, object?>
            {
                ["word"] = "reverse-mentor", ["about"] = "You meet.", ["specification"] = Items, ["chosen"] = true,
            },
        },
        ["other_ways"] = "Help to plan.",
        ["closes"] = "10 June",
        ["answered_by"] = "17 June",
        ["launch"] = "1 July",
        ["undertakings"] = Items,
    };

    /// <summary>What somebody in a pair sees, in the middle of the first session.</summary>
    private static Dictionary<string, object?> Mine()
    {
        var cohort = EmailContexts.Full;
        var context = new FormContext(Given.Link("session-check", "m1", 1, "pair-01"), cohort.FindPerson("m1")!, cohort, EmailContexts.Now)
        {
            Read = new ReadDocuments([cohort.FindPerson("j1")!]),
        };
        return new Dictionary<string, object?>(MyMentoring.Reading.Values(context))
        {
            ["elsewhere"] = true,
            ["asked"] = new[]
            {
                new Dictionary<string, object?> { ["what"] = "your reflection", ["number"] = 1, ["closes"] = "1 June", ["here"] = true },
            },
            ["kept_until"] = "1 June 2024",
        };
    }

    /// <summary>The whole handbook, with all that a scheme may have.</summary>
    private static Dictionary<string, object?> Handbook()
    {
        var cohort = EmailContexts.Full with { Scheme = Templates.Schemes.Find("lawcare-toolkit")! };
        var context = new FormContext(Given.Link("session-check", "m1", 1, "pair-01"), cohort.FindPerson("m1")!, cohort, EmailContexts.Now);
        return Domain.Guidance.Handbook.ValuesOf(context, isFull: true);
    }

    private static Dictionary<string, object?> OfNoForm(string name) => new(Extras[name])
    {
        ["scheme"] = new Dictionary<string, object?>
        {
            ["id"] = "example",
            ["name"] = "Example Scheme",
            ["mark"] = "JRM",
            ["contact_name"] = "The mentoring team",
            ["contact_email"] = "mentoring@example.org",
            ["support_line_name"] = "LawCare",
            ["support_line_phone"] = "0800 279 6888",
        },
        ["cohort"] = new Dictionary<string, object?> { ["name"] = "Spring cohort" },
        ["who_sees"] = "Only you.",
        ["files_link"] = "?files",
        ["mine_link"] = "?mine=yes",
        ["help_link"] = "?help=yes",
        ["handbook_link"] = "?handbook=yes",
    };

    /// <summary>What may be null is null, lists are empty, conditions do not hold, and nothing is asked.</summary>
    public static Page Bare(string name)
    {
        var page = Full(name, NoFields);
        var values = new Dictionary<string, object?>(page.Values)
        {
            ["cohort"] = null,
            ["who_sees"] = null,
            ["files_link"] = null,
            ["mine_link"] = null,
            ["help_link"] = null,
            ["handbook_link"] = null,
        };
        values["scheme"] = new Dictionary<string, object?>
        {
            ["id"] = "example",
            ["name"] = "Example Scheme",
            ["mark"] = "",
            ["contact_name"] = null,
            ["contact_email"] = null,
            ["support_line_name"] = null,
            ["support_line_phone"] = null,
        };
        string[] nullables = name == "receipt" ? ["link_until", "change_until"] : ["next", "new_link", "closes", "kept_until"];
        foreach (var nullable in nullables.Where(values.ContainsKey))
        {
            values[nullable] = null;
        }

        string[] lists = ["typed", "sections", "recorded", "factors", "files", "asked", "partners", "gatherings", "undertakings"];
        foreach (var list in lists.Where(
            key => values.GetValueOrDefault(key) is not (null or string)))
        {
            values[list] = Array.Empty<string>();
        }

        foreach (var condition in new[] { "has_partner", "has_pair", "overwrites", "elsewhere" }.Where(values.ContainsKey))
        {
            values[condition] = false;
        }

        return page with { Values = values, SubmitLabel = "" };
    }
}
