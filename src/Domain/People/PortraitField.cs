namespace ReverseMentoring.Domain.People;

/// <summary>The fields of the pen portrait and who sees each (J25, J26).</summary>
public sealed record PortraitField(string Name, string Requirement, Sharing Sharing, bool Required, int MaxLength)
{
    public static readonly PortraitField FullName = new("name", "J18", Sharing.Partner, true, 120);
    public static readonly PortraitField RoleAndExperience = new("role_and_experience", "J19", Sharing.Partner, true, 3000);
    public static readonly PortraitField Contact = new("contact", "J20", Sharing.Partner, true, 300);
    public static readonly PortraitField WhyInterested = new("why_interested", "J21", Sharing.Partner, true, 3000);
    public static readonly PortraitField MatchingConsiderations = new("matching_considerations", "J22", Sharing.MatchingOnly, false, 3000);
    public static readonly PortraitField RegularCourts = new("regular_courts", "J23", Sharing.MatchingOnly, false, 1000);

    public static readonly IReadOnlyList<PortraitField> All =
        [FullName, RoleAndExperience, Contact, WhyInterested, MatchingConsiderations, RegularCourts];

    /// <summary>The values the partner is shown; what is for matching only has no way into it.</summary>
    public static IReadOnlyDictionary<string, string> ForPartner(PenPortrait portrait) =>
        All.Where(f => f.Sharing == Sharing.Partner).ToDictionary(f => f.Name, f => Value(f, portrait), StringComparer.Ordinal);

    public static string Value(PortraitField field, PenPortrait portrait) => field.Name switch
    {
        "name" => portrait.Name,
        "role_and_experience" => portrait.RoleAndExperience,
        "contact" => portrait.Contact,
        "why_interested" => portrait.WhyInterested,
        "matching_considerations" => portrait.MatchingConsiderations,
        "regular_courts" => string.Join("\n", portrait.RegularCourts),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "No such pen portrait field."),
    };
}

/// <summary>Who may see a value besides the person and whoever runs the matching.</summary>
public enum Sharing
{
    /// <summary>The partner sees it once the match is released.</summary>
    Partner,

    /// <summary>Used to match, shown to no participant.</summary>
    MatchingOnly,
}
