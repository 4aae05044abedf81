using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>Checks a posted pen portrait. Problem places are field names, so that each error can stand beside its field.</summary>
public static class PenPortraitForm
{
    public const string Declaration = "declaration";

    public const string DifferenceConsent = "difference_consent";

    /// <summary>What "I would rather not say" posts; it is not kept.</summary>
    public const string NotSaid = "not-said";

    private static readonly char[] Separators = ['\n', ';', ','];

    public static Read<PenPortrait> Read(IReadOnlyDictionary<string, string> posted, PenPortrait? before, Scheme scheme, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        string Text(PortraitField field)
        {
            var text = posted.GetValueOrDefault(field.Name, "").Trim();
            if (field.Required && text.Length == 0)
            {
                problems.Add(new Problem(field.Name, Missing(field)));
            }
            else if (text.Length > field.MaxLength)
            {
                problems.Add(new Problem(field.Name, $"Please shorten this to {field.MaxLength} characters; it has {text.Length}."));
            }

            return text;
        }

        var portrait = new PenPortrait
        {
            Name = OneLine(Text(PortraitField.FullName)),
            RoleAndExperience = Text(PortraitField.RoleAndExperience),
            Contact = OneLine(Text(PortraitField.Contact)),
            WhyInterested = Text(PortraitField.WhyInterested),
            MatchingConsiderations = Text(PortraitField.MatchingConsiderations),
            RegularCourts = PortraitField.Of(scheme).Contains(PortraitField.RegularCourts) ? Split(Text(PortraitField.RegularCourts)) : [],
            Profile = Profile(posted, before, scheme, Text, problems, now),
            DeclaredAt = now,
            FirstSentAt = before?.FirstSentAt ?? now,
            SentAt = now,
        };
        if (posted.GetValueOrDefault(Declaration, "") != "yes")
        {
            problems.Add(new Problem(Declaration, "Please tick the declaration. Without it we cannot match you."));
        }

        return new Read<PenPortrait>(portrait, problems);
    }

    private static MatchingProfile Profile(
        IReadOnlyDictionary<string, string> posted, PenPortrait? before, Scheme scheme, Func<PortraitField, string> text, List<Problem> problems, DateTimeOffset now)
    {
        var fields = PortraitField.Of(scheme);
        var profile = fields.Where(f => f.Profile is not null).Aggregate(new MatchingProfile(), (p, f) => f.Profile!.Put(p, Split(text(f))));
        var differences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Where(f => f.Dimension is not null))
        {
            var value = text(field);
            if (value.Length == 0 || value == NotSaid)
            {
                continue;
            }

            if (!field.Dimension!.Options.Contains(value))
            {
                problems.Add(new Problem(field.Name, "Please choose one of the answers, or none."));
            }

            differences[field.Dimension.Name] = value;
        }

        if (differences.Count > 0 && posted.GetValueOrDefault(DifferenceConsent, "") != "yes")
        {
            problems.Add(new Problem(DifferenceConsent, "Please tick this, or choose “I would rather not say” above. Without your consent we do not keep what you chose there."));
        }

        return differences.Count == 0 ? profile : profile with { Differences = differences, DifferenceConsentAt = before?.Profile.DifferenceConsentAt ?? now };
    }

    /// <summary>A list as people type it: by lines, commas or semicolons.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(50)];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Missing(PortraitField field) => field.Name switch
    {
        "name" => "Please give your name.",
        "contact" => "Please say how your partner can reach you; an email address is best.",
        "role_and_experience" => "Please say a little about your current role and experience.",
        "why_interested" => "Please say why you are interested.",
        _ => "Please fill this in.",
    };
}
