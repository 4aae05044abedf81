namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>The hard rules in a coordinator's words. No sentence says what a person needs, is, or wrote.</summary>
internal static class RuleSentences
{
    public static BrokenRule Of(HardRule rule, MatchingRules rules) => new(rule, rule switch
    {
        HardRule.SamePerson => "Nobody can be paired with themselves.",
        HardRule.NotOnTheseSides => "They did not offer to be on these sides of a pair.",
        HardRule.MenteeNotMoreSenior => "The reverse mentee must be strictly more senior than the reverse mentor.",
        HardRule.RanksNotComparable => "Their ranks cannot be compared: the equivalence table does not place both.",
        HardRule.SameReportingLine => $"One manages the other within {rules.ReportingLineLevels} levels of the reporting line.",
        HardRule.SameTeam => "They are in the same team.",
        HardRule.ForbiddenByCoordinator => "A coordinator ruled this pair out.",
        HardRule.PastPairing => "They were a pair before.",
        HardRule.NotAvailable => "Not available.",
        HardRule.AccessNeedsNotMet => "An access need could not be met.",
        HardRule.NoCapacity => "One of them has no place for another pair.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    });
}
