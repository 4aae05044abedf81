namespace ReverseMentoring.Domain.Matching.People;

/// <summary>
/// What the matching knows about one person. Lists are sets: order and repetition mean nothing, case and outer spaces are ignored.
/// </summary>
/// <param name="Id">Opaque and unique in the cohort; the tie-break orders by it, ordinally.</param>
/// <param name="Organisation">The organisation whose ranks <paramref name="Rank"/> belongs to.</param>
/// <param name="Rank">A rank name of the <see cref="RankScale"/>.</param>
public sealed record MatchPerson(string Id, string Organisation, string Rank)
{
    public Sides Sides { get; init; } = Sides.Mentor;

    /// <summary>The most pairs the person can be reverse mentor in.</summary>
    public int CapacityAsMentor { get; init; } = 1;

    /// <summary>The most pairs the person can be reverse mentee in.</summary>
    public int CapacityAsMentee { get; init; } = 1;

    public string? Team { get; init; }

    /// <summary>Managers, nearest first, each by id or by one of their <see cref="Aliases"/>.</summary>
    public IReadOnlyList<string> ManagerChain { get; init; } = [];

    /// <summary>Other names by which a manager chain may mention this person.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// What the person is regularly connected with: "court:…", "chambers:…", "client:…" (J23). Never shown to the other person.
    /// </summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>Access needs that the other person's meetings must meet.</summary>
    public IReadOnlyList<string> AccessRequired { get; init; } = [];

    /// <summary>Access needs this person can meet.</summary>
    public IReadOnlyList<string> AccessOffered { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Goals { get; init; } = [];

    public IReadOnlyList<string> SkillsOffered { get; init; } = [];

    public IReadOnlyList<string> SkillsWanted { get; init; } = [];

    public IReadOnlyList<string> Interests { get; init; } = [];

    public string? Location { get; init; }

    public IReadOnlyList<string> Modes { get; init; } = [];

    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>
    /// Dimension (ethnicity, disability…) to the person's value. Special-category data: put here only what the person consented to have
    /// used
    /// for matching. It is compared, never given back.
    /// </summary>
    public IReadOnlyDictionary<string, string> Differences { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
