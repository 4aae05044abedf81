using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>The fields of the pen portrait and who sees each (J25, J26).</summary>
public sealed record PortraitField(string Name, string Requirement, Sharing Sharing, bool Required, int MaxLength)
{
    public static readonly PortraitField FullName = new("name", "J18", Sharing.Partner, true, 120);
    public static readonly PortraitField RoleAndExperience = new("role_and_experience", "J19", Sharing.Partner, true, 3000);
    public static readonly PortraitField Contact = new("contact", "J20", Sharing.Partner, true, 300);
    public static readonly PortraitField WhyInterested = new("why_interested", "J21", Sharing.Partner, true, 3000);
    public static readonly PortraitField Objectives = new("objectives", "A3", Sharing.Partner, false, 1500);
    public static readonly PortraitField MatchingConsiderations = new("matching_considerations", "J22", Sharing.Coordinator, false, 3000);
    public static readonly PortraitField AccessElse = new("access_else", "A4", Sharing.Coordinator, false, 1000);
    public static readonly PortraitField RegularCourts = new("regular_courts", "J23", Sharing.MatchingOnly, false, 1000);

    private static readonly PortraitField[] Everybody = [FullName, RoleAndExperience, Contact, WhyInterested, Objectives];

    /// <summary>What the matching weighs, where the scheme declares it (A4).</summary>
    public ProfileField? Profile { get; init; }

    /// <summary>A dimension on which two may differ (N1); kept only with the person's consent.</summary>
    public DifferenceDimension? Dimension { get; init; }

    /// <summary>The fields of one scheme, in the order in which they are asked.</summary>
    public static IReadOnlyList<PortraitField> Of(Scheme scheme) =>
    [
        .. Everybody,
        .. ProfileField.Of(scheme).Select(f => new PortraitField(f.Name, "A4", Sharing.MatchingOnly, false, 1000) { Profile = f }),
        .. scheme.Matching.AccessNeedsMustBeMet ? [AccessElse] : Array.Empty<PortraitField>(),
        .. scheme.Matching.ConflictKinds.Where(k => k.Kind == ConflictKind.Court).Select(_ => RegularCourts),
        MatchingConsiderations,
        .. scheme.Matching.DifferenceDimensions.Select(
            d => new PortraitField($"difference_{d.Name}", "N1", Sharing.MatchingOnly, false, 100) { Dimension = d }),
    ];

    /// <summary>What the scheme calls it; null: the page has a name for it.</summary>
    public string? LabelOfScheme(Scheme scheme) =>
        Dimension?.Label
        ?? Profile?.LabelOfScheme
        ?? (this == RegularCourts ? scheme.Matching.ConflictKinds.First(k => k.Kind == ConflictKind.Court).Label : null);

    /// <summary>The question of the form that asks for it.</summary>
    public FormQuestion Question(Scheme scheme) => new(Name, KindOf(scheme))
    {
        IsRequired = Required,
        MaxLength = Profile is null && Dimension is null ? MaxLength : null,
        Label = LabelOfScheme(scheme),
        Options = Dimension is null ? OptionsOf(scheme) : [.. Dimension.Options, PenPortraitForm.NotSaid],
        OptionLabels = (Dimension?.Options ?? OptionsOf(scheme)).ToDictionary(o => o, StringComparer.Ordinal),
        Hint = HintKey(scheme),
        SharedWith = Dimension is not null ? "difference" : WhoSees,
        Group = Dimension is not null ? "differences" : Required || this == Objectives ? null : "matching",
        Autocomplete = this == FullName ? "name" : null,
    };

    private string WhoSees => Sharing switch
    {
        Sharing.Partner => "partner",
        Sharing.MatchingOnly => "matching",
        Sharing.Coordinator => "coordinator",
        var other => throw new InvalidOperationException($"There are no words for who sees a field that is {other}."),
    };

    private IReadOnlyList<string> OptionsOf(Scheme scheme) => Profile?.OptionsOf(scheme) ?? [];

    private QuestionKind KindOf(Scheme scheme) =>
        Dimension is not null ? QuestionKind.Choice
        : OptionsOf(scheme).Count > 0 ? QuestionKind.Several
        : Profile is not null || this == FullName || this == Contact ? QuestionKind.Text
        : QuestionKind.LongText;

    private string? HintKey(Scheme scheme) =>
        Dimension is not null ? "difference"
        : Profile is null ? null
        : Profile.IsConnection ? "connection"
        : !Profile.IsList || OptionsOf(scheme).Count > 0 ? null
        : "list";

    /// <summary>The values the partner is shown; what is for matching only has no way into it.</summary>
    public static IReadOnlyDictionary<string, string> ForPartner(PenPortrait portrait) =>
        Everybody.Where(f => f.Sharing == Sharing.Partner).ToDictionary(f => f.Name, f => Value(f, portrait), StringComparer.Ordinal);

    public static string Value(PortraitField field, PenPortrait portrait) => field switch
    {
        { Profile: { } profile } => string.Join(", ", profile.Get(portrait.Profile)),
        { Dimension: { } dimension } => portrait.Profile.Differences.GetValueOrDefault(dimension.Name, ""),
        { Name: "name" } => portrait.Name,
        { Name: "role_and_experience" } => portrait.RoleAndExperience,
        { Name: "contact" } => portrait.Contact,
        { Name: "why_interested" } => portrait.WhyInterested,
        { Name: "objectives" } => portrait.Objectives,
        { Name: "access_else" } => portrait.Profile.AccessElse,
        { Name: "matching_considerations" } => portrait.MatchingConsiderations,
        { Name: "regular_courts" } => string.Join("\n", portrait.RegularCourts),
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

    /// <summary>For the coordinator to read and to act on; no participant sees it.</summary>
    Coordinator,
}
