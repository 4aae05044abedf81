using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Matching.Explaining;

/// <param name="Score">Null for a participant.</param>
/// <param name="Factors">What each factor added, greatest first.</param>
/// <param name="Sentences">The same in words.</param>
public sealed record PairExplanation(
    string Mentor,
    string Mentee,
    long? Score,
    IReadOnlyList<FactorContribution> Factors,
    IReadOnlyList<PairConflict> Conflicts,
    IReadOnlyList<string> Sentences);

internal static class PairExplanations
{
    public static PairExplanation Of(MatchingRequest request, string mentorId, string menteeId, ExplainedTo audience)
    {
        var people = request.People.Where(p => p.Id == mentorId || p.Id == menteeId).ToList();
        var pool = new Pool(request with { People = people });
        if (pool.Members.Find(mentorId) is not { } mentor || pool.Members.Find(menteeId) is not { } mentee)
        {
            return new PairExplanation(mentorId, menteeId, null, [], [], ["One of them is not in this cohort."]);
        }

        var pair = ResultOf.Pair(pool, mentor, mentee, pinned: false);
        var forAll = audience == ExplainedTo.Coordinator;
        List<FactorContribution> factors = [.. pair.Factors
            .Where(f => forAll || f.Factor != Factor.Difference)
            .OrderByDescending(f => f.Points).ThenBy(f => f.Factor)];
        return new PairExplanation(
            mentorId,
            menteeId,
            forAll ? pair.Score : null,
            factors,
            forAll ? pair.Conflicts : [],
            [.. factors.Where(f => f.Points > 0).Select(f => Sentence(f, forAll)), .. forAll
                ? pair.Conflicts.Select(c => c.Sentence)
                : []]);
    }

    private static string Sentence(FactorContribution factor, bool withPoints)
    {
        var words = factor.Factor switch
        {
            Factor.Topics => "You named topics or goals in common.",
            Factor.Skills => "One of you offers skills the other would like to learn.",
            Factor.Interests => "You share interests.",
            Factor.Location => "You are in the same place.",
            Factor.Modes => "You like to meet in the same way.",
            Factor.Times => "You have times in common.",
            Factor.Difference => "They differ on a dimension both chose to have used.",
            var other => throw new ArgumentOutOfRangeException(nameof(factor), other, "There is no sentence for this factor."),
        };
        return withPoints
            ? $"{words.Replace("You ", "They ", StringComparison.Ordinal).Replace("of you ", "of them ", StringComparison.Ordinal)} It "
                + $"added {Points(factor.Points)} of {Points(factor.OutOf)}."
            : words;
    }

    private static string Points(long thousandths) =>
        (thousandths / 1000m).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
