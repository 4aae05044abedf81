namespace ReverseMentoring.Rehearsal.People;

/// <summary>What the invented people write of themselves.</summary>
internal static class Portraits
{
    /// <param name="besides">What the script has this person write in fields of the scheme's own.</param>
    public static IReadOnlyDictionary<string, string> Of(string name, IReadOnlyDictionary<string, string> besides) =>
        new Dictionary<string, string>(besides, StringComparer.Ordinal)
        {
            ["name"] = name,
            ["role_and_experience"] =
            "In my current role for some years now, after beginning elsewhere.\nI have worked in three places, large and small.",
            ["contact"] = $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org",
            ["why_interested"] = "I should like to understand how my work looks from where somebody else stands, and to be of use to them.",
            ["matching_considerations"] = "Late afternoons suit me best.",
            ["undertakings"] = "yes",
            ["notice"] = "yes",
            ["declaration"] = "yes",
        };
}
