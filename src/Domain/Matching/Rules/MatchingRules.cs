using ReverseMentoring.Domain.Matching.People;

namespace ReverseMentoring.Domain.Matching.Rules;

/// <summary>What the scheme and its coordinator decided about matching.</summary>
public sealed record MatchingRules
{
    /// <summary>The greatest weight a factor may have; it keeps every sum exact in 64 bits.</summary>
    public const double GreatestWeight = 100;

    /// <summary>
    /// Weight by factor, 0 to <see cref="GreatestWeight"/>, counted to three decimals; a factor not named weighs nothing.
    /// </summary>
    public IReadOnlyDictionary<Factor, double> Weights { get; init; } = new Dictionary<Factor, double>
    {
        [Factor.Topics] = 3,
        [Factor.Skills] = 2,
        [Factor.Interests] = 1,
        [Factor.Location] = 1,
        [Factor.Modes] = 1,
        [Factor.Times] = 1,
        [Factor.Difference] = 2,
    };

    /// <summary>
    /// The dimensions that count as a difference for this scheme (N1: ethnicity, disability); empty: every dimension both gave.
    /// </summary>
    public IReadOnlyList<string> DifferenceDimensions { get; init; } = [];

    /// <summary>How many levels up the manager chain still count as the same reporting line; 0 turns the rule off.</summary>
    public int ReportingLineLevels { get; init; } = 2;

    public bool SameTeamForbidden { get; init; } = true;

    /// <summary>Whether each person's access needs must be among what the other can meet.</summary>
    public bool AccessNeedsMustBeMet { get; init; } = true;

    /// <summary>Pairs the coordinator fixed.</summary>
    public IReadOnlyList<PairOf> Pins { get; init; } = [];

    /// <summary>Pairs nobody may make, past pairings included.</summary>
    public IReadOnlyList<Forbid> Forbids { get; init; } = [];

    /// <summary>Every problem of these rules with these people at once; empty when a match can be made.</summary>
    public IReadOnlyList<MatchingProblem> Validate(IReadOnlyList<MatchPerson> people, RankScale ranks) =>
        RequestValidation.Problems(new MatchingRequest(people, ranks, this));
}
