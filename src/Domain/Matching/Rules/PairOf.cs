namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>A reverse mentor and a reverse mentee, by id.</summary>
public sealed record PairOf(string Mentor, string Mentee);

public enum ForbidKind
{
    /// <summary>The coordinator said no.</summary>
    Coordinator,

    /// <summary>They were a pair in an earlier cohort.</summary>
    PastPairing,

    /// <summary>They were asked in this cohort, and not both agreed in time. Shown as "not available".</summary>
    CameToNothing,
}

/// <summary>Two people who must not be paired, either way round.</summary>
public sealed record Forbid(string One, string Other, ForbidKind Kind = ForbidKind.Coordinator);
