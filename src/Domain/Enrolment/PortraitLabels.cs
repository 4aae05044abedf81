using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>What the pen portrait's fields are called to people.</summary>
public static class PortraitLabels
{
    public const string DifferenceConsent =
        "You may use what I chose above about myself to match me with someone who differs from me in it, and for nothing else. I can take this back until the deadline.";

    public static string Of(PortraitField field, Scheme scheme) => field switch
    {
        { Profile: { } profile } => profile.Label,
        { Dimension: { } dimension } => dimension.Label,
        { Name: "name" } => "Name",
        { Name: "role_and_experience" } => "Current role and relevant previous experience",
        { Name: "contact" } => "Contact details (email preferably)",
        { Name: "why_interested" } => "Why you are interested in taking part",
        { Name: "matching_considerations" } => "Anything to bear in mind about how you are matched",
        { Name: "regular_courts" } => scheme.Matching.ConflictKinds.First(k => k.Kind == ConflictKind.Court).Label,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "No such pen portrait field."),
    };

    /// <summary>What helps to answer, or null.</summary>
    public static string? HintOf(PortraitField field, Scheme scheme) => field switch
    {
        { Name: "regular_courts" } => "One to a line. We try to avoid such a match, but it cannot be guaranteed.",
        { Profile: { Name: "location" } } => null,
        { Profile: { } profile } when profile.Name.StartsWith("connections_", StringComparison.Ordinal) =>
            "Separate them with commas. We try to avoid such a match, but it cannot be guaranteed.",
        { Profile: { } profile } => scheme.Matching.Suggestions.GetValueOrDefault(profile.Name) is { Count: > 0 } examples
            ? $"Separate them with commas. For example: {string.Join(", ", examples)}."
            : "Separate them with commas.",
        { Dimension: not null } => "You need not answer. Kept only if you agree below.",
        _ => null,
    };

    /// <summary>The notice beside the field: who sees what is typed there (J25).</summary>
    public static string SharedWith(PortraitField field) => field switch
    {
        { Dimension: not null } => "Compared by the matching, and shown to nobody: not to the person you are matched with, not as a reason.",
        { Sharing: Sharing.Partner } => "Shared with the person you are matched with, once matches are released.",
        _ => "Used for matching only. Never shown to the person you are matched with.",
    };
}
