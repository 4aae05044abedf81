namespace ReverseMentoring.Domain.People;

/// <summary>What the matching weighs about a person, as far as the scheme asks for it.</summary>
public sealed record MatchingProfile
{
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Goals { get; init; } = [];

    public IReadOnlyList<string> SkillsOffered { get; init; } = [];

    public IReadOnlyList<string> SkillsWanted { get; init; } = [];

    public IReadOnlyList<string> Interests { get; init; } = [];

    public string Location { get; init; } = "";

    public IReadOnlyList<string> Modes { get; init; } = [];

    public IReadOnlyList<string> Times { get; init; } = [];

    public IReadOnlyList<string> AccessRequired { get; init; } = [];

    public IReadOnlyList<string> AccessOffered { get; init; } = [];

    /// <summary>What somebody needs beside the scheme's list, in their own words: for a human to judge, and never compared.</summary>
    public string AccessElse { get; init; } = "";

    /// <summary>Kind of conflict to what the person is regularly connected with (J23); courts have a place of their own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Connections { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Special-category data by dimension; stored only together with <see cref="DifferenceConsentAt"/>.</summary>
    public IReadOnlyDictionary<string, string> Differences { get; init; } = new Dictionary<string, string>();

    /// <summary>When the person agreed to have their differences used for matching, and for nothing else.</summary>
    public DateTimeOffset? DifferenceConsentAt { get; init; }

    public MatchingProfile WithConnections(string kind, IReadOnlyList<string> names) =>
        this with { Connections = new Dictionary<string, IReadOnlyList<string>>(Connections) { [kind] = names } };
}
