using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>A person in the form the rules and factors read fast: every word a number.</summary>
internal sealed class Member
{
    public required MatchPerson Person { get; init; }

    /// <summary>The place among all people of the request in id order.</summary>
    public required int Number { get; init; }

    /// <summary>Null when nobody declared the rank.</summary>
    public required RankLookup.Declared? Rank { get; init; }

    /// <summary>Organisation and team as one number, -1 without a team.</summary>
    public required int Team { get; init; }

    /// <summary>The managers that still count as the same reporting line, by <see cref="Number"/>.</summary>
    public int[] Line { get; set; } = [];

    /// <summary>Whom this person must not be paired with, by <see cref="Number"/>.</summary>
    public Dictionary<int, ForbidKind> Forbidden { get; } = [];

    public required WordSet Conflicts { get; init; }

    public required WordSet AccessRequired { get; init; }

    public required WordSet AccessOffered { get; init; }

    public required WordSet Topics { get; init; }

    public required WordSet SkillsOffered { get; init; }

    public required WordSet SkillsWanted { get; init; }

    public required WordSet Interests { get; init; }

    public required int Location { get; init; }

    public required WordSet Modes { get; init; }

    public required WordSet Times { get; init; }

    /// <summary>Dimension numbers ascending, and the value number of each.</summary>
    public required (int Dimension, int Value)[] Differences { get; init; }
}
