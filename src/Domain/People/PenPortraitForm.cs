using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.People;

/// <summary>Checks a posted pen portrait. Problem places are field names, so that each error can stand beside its field.</summary>
public static class PenPortraitForm
{
    public const string Declaration = "declaration";

    private static readonly char[] Separators = ['\n', ';', ','];

    public static Read<PenPortrait> Read(IReadOnlyDictionary<string, string> posted, PenPortrait? before, DateTimeOffset now)
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
            RegularCourts = Split(Text(PortraitField.RegularCourts)),
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
