using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Enrolment;

/// <summary>
/// One thing the matching weighs: a column of the people's file and a field of the pen portrait, where the scheme asks for it.
/// </summary>
/// <param name="Column">Its name in the people's file.</param>
/// <param name="Name">Its name in the pen portrait.</param>
public sealed record ProfileField(
    string Column,
    string Name,
    Func<SchemeMatching, bool> IsAsked,
    Func<MatchingProfile, IReadOnlyList<string>> Get,
    Func<MatchingProfile, IReadOnlyList<string>, MatchingProfile> Put)
{
    /// <summary>What the scheme calls it; null: the page has a name for it.</summary>
    public string? LabelOfScheme { get; init; }

    /// <summary>Something that two people should not both be connected with (J23).</summary>
    public bool IsConnection { get; init; }

    /// <summary>What must be met is named in the scheme's own words alone: a misspelling would rule people out.</summary>
    public bool IsAccess { get; init; }

    /// <summary>What can be chosen; empty: people name it in their own words.</summary>
    public IReadOnlyList<string> OptionsOf(Scheme scheme) => IsList ? scheme.Matching.Suggestions.GetValueOrDefault(Name) ?? [] : [];

    /// <summary>Several can be named, separated as people type lists.</summary>
    public bool IsList { get; init; } = true;

    private static readonly ProfileField[] Fixed =
    [
        Weighed("topics", Factor.Topics, p => p.Topics, (p, v) => p with { Topics = v }),
        Weighed("goals", Factor.Topics, p => p.Goals, (p, v) => p with { Goals = v }),
        Weighed("skills_offered", Factor.Skills, p => p.SkillsOffered, (p, v) => p with { SkillsOffered = v }),
        Weighed("skills_wanted", Factor.Skills, p => p.SkillsWanted, (p, v) => p with { SkillsWanted = v }),
        Weighed("interests", Factor.Interests, p => p.Interests, (p, v) => p with { Interests = v }),
        Weighed(
            "location",
            Factor.Location,
            p => p.Location.Length == 0 ? [] : [p.Location],
            (p, v) => p with { Location = v.Count == 0 ? "" : v[0] }) with
        {
            IsList = false,
        },
        Weighed("modes", Factor.Modes, p => p.Modes, (p, v) => p with { Modes = v }),
        Weighed("times", Factor.Times, p => p.Times, (p, v) => p with { Times = v }),
        Access("access_required", p => p.AccessRequired, (p, v) => p with { AccessRequired = v }),
        Access("access_offered", p => p.AccessOffered, (p, v) => p with { AccessOffered = v }),
    ];

    /// <summary>Those the scheme declares. Courts are not among them; they have a column and a field of their own.</summary>
    public static IEnumerable<ProfileField> Of(Scheme scheme) =>
    [
        .. Fixed.Where(f => f.IsAsked(scheme.Matching)),
        .. scheme.Matching.ConflictKinds.Where(k => k.Kind != ConflictKind.Court).Select(Connection),
    ];

    /// <summary>Every column some scheme may declare, but for connections.</summary>
    public static IEnumerable<string> AllColumns => Fixed.Select(f => f.Column);

    private static ProfileField Weighed(
        string name, Factor factor,
        Func<MatchingProfile, IReadOnlyList<string>> get, Func<MatchingProfile, IReadOnlyList<string>, MatchingProfile> put) =>
        new(name, name, s => s.Weighs(factor), get, put);

    private static ProfileField Access(
        string name, Func<MatchingProfile, IReadOnlyList<string>> get, Func<MatchingProfile, IReadOnlyList<string>, MatchingProfile> put) =>
        new(name, name, s => s.AccessNeedsMustBeMet, get, put) { IsAccess = true };

    private static ProfileField Connection(ConflictKind kind) => new(
        kind.Kind, $"connections_{kind.Kind}", _ => true, p => p.Connections.GetValueOrDefault(kind.Kind)
            ?? [], (p, v) => p.WithConnections(kind.Kind, v))
    {
        LabelOfScheme = kind.Label,
        IsConnection = true,
    };
}
