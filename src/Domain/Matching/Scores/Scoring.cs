using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Scores;

/// <summary>
/// The score of a pair in whole thousandths of a weight point: each factor gives 0 to 1000 thousandths of its weight, rounded down, so that
/// sums are
/// exact.
/// </summary>
internal sealed class Scoring
{
    private const int Full = 1000;

    private static readonly Factor[] All = Enum.GetValues<Factor>();

    private readonly int[] _weights;

    public Scoring(MatchingRules rules)
    {
        _weights = new int[All.Length];
        foreach (var (factor, weight) in rules.Weights)
        {
            _weights[(int)factor] = (int)Math.Round(weight * Full, MidpointRounding.AwayFromZero);
        }
    }

    public int Score(Member mentor, Member mentee)
    {
        var score = 0;
        for (var factor = 0; factor < _weights.Length; factor++)
        {
            if (_weights[factor] > 0)
            {
                score += Points(factor, mentor, mentee);
            }
        }

        return score;
    }

    public IReadOnlyList<FactorContribution> Contributions(Member mentor, Member mentee) =>
        [.. All.Where(f => _weights[(int)f] > 0).Select(f => new FactorContribution(f, Points((int)f, mentor, mentee), _weights[(int)f]))];

    private int Points(int factor, Member mentor, Member mentee) =>
        (int)((long)_weights[factor] * Likeness((Factor)factor, mentor, mentee) / Full);

    private static int Likeness(Factor factor, Member mentor, Member mentee) => factor switch
    {
        Factor.Topics => OfTheShorter(mentor.Topics, mentee.Topics),
        Factor.Skills => WishesMet(mentor, mentee),
        Factor.Interests => OfTheShorter(mentor.Interests, mentee.Interests),
        Factor.Location => mentor.Location >= 0 && mentor.Location == mentee.Location ? Full : 0,
        Factor.Modes => OfTheShorter(mentor.Modes, mentee.Modes),
        Factor.Times => OfTheShorter(mentor.Times, mentee.Times),
        Factor.Difference => Differ(mentor.Differences, mentee.Differences) ? Full : 0,
        var other => throw new ArgumentOutOfRangeException(nameof(factor), other, "Nothing says how alike two are by this factor."),
    };

    private static int OfTheShorter(WordSet one, WordSet other)
    {
        var shorter = Math.Min(one.Count, other.Count);
        return shorter == 0 ? 0 : Full * one.Shared(other) / shorter;
    }

    private static int WishesMet(Member mentor, Member mentee)
    {
        var wishes = mentor.SkillsWanted.Count + mentee.SkillsWanted.Count;
        if (wishes == 0)
        {
            return 0;
        }

        var met = mentor.SkillsWanted.Shared(mentee.SkillsOffered) + mentee.SkillsWanted.Shared(mentor.SkillsOffered);
        return Full * met / wishes;
    }

    private static bool Differ((int Dimension, int Value)[] one, (int Dimension, int Value)[] other)
    {
        foreach (var (dimension, value) in one)
        {
            foreach (var (otherDimension, otherValue) in other)
            {
                if (dimension == otherDimension && value != otherValue)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
