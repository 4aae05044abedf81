namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>A rule no pair may break.</summary>
public enum HardRule
{
    SamePerson,
    NotOnTheseSides,
    MenteeNotMoreSenior,
    RanksNotComparable,
    SameReportingLine,
    SameTeam,
    ForbiddenByCoordinator,
    PastPairing,
    NotAvailable,
    AccessNeedsNotMet,
    NoCapacity,
}

/// <summary>A hard rule with the sentence a coordinator reads.</summary>
public sealed record BrokenRule(HardRule Rule, string Sentence);
