using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>Finds the best match there is, exactly. docs/matching.md says in plain words what best means.</summary>
public static class Matcher
{
    /// <summary>
    /// Most pairs, then fewest conflicts (J23), then the best worst pair, then the highest total. Among equals, the pairs whose list,
    /// sorted by the
    /// mentor's id and then the mentee's, comes first. A request with problems gives them and no pairs.
    /// </summary>
    public static MatchingResult Match(MatchingRequest request)
    {
        var problems = RequestValidation.Problems(request);
        return problems.Count > 0 ? MatchingResult.Refused(problems) : Solve(new Pool(request));
    }

    /// <summary>
    /// A match after someone withdrew, joined late or changed, that disturbs the pairs already released as little as the policy asks. A
    /// released pair
    /// that the rules no longer allow counts as broken by circumstance.
    /// </summary>
    public static RematchResult Rematch(
        MatchingRequest request, IReadOnlyList<PairOf> released, RematchPolicy policy = RematchPolicy.FewestChanges)
    {
        var problems = RequestValidation.Problems(request);
        return problems.Count > 0
            ? new RematchResult(MatchingResult.Refused(problems), [], [], [])
            : Rematching.Solve(new Pool(request), released, policy);
    }

    internal static MatchingResult Solve(Pool pool)
    {
        var task = TaskOf(pool);
        return ResultOf.Solution(pool, task, task.Choice is null ? Lexicographic.Solve(task) : ChosenPoint.Solve(task));
    }

    internal static SolveTask TaskOf(Pool pool) => new(pool.Candidates)
    {
        Pinned = [.. pool.Request.Rules.Pins.Select(p => pool.Candidates.IndexOf(pool.MentorIndex(p.Mentor), pool.MenteeIndex(p.Mentee)))
            .Distinct()],
        Choice = pool.Request.Choice,
    };
}
