using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>The re-match as the same exact solve with one more objective: how many released pairs stay.</summary>
internal static class Rematching
{
    public static RematchResult Solve(Pool pool, IReadOnlyList<PairOf> released, RematchPolicy policy)
    {
        var pairs = pool.Candidates;
        var still = released.Distinct().ToDictionary(p => p, p => IndexOf(pool, p));
        var isReleased = new bool[pairs.Count];
        foreach (var pair in still.Values.Where(p => p >= 0))
        {
            isReleased[pair] = true;
        }

        var task = Matcher.TaskOf(pool) with { Choice = null };
        var solution = Lexicographic.Solve(
            policy == RematchPolicy.MostPairs ? AfterThePairs(task, isReleased) : BeforeAll(task, isReleased));
        var result = ResultOf.Solution(pool, task, solution);
        var now = result.Pairs.Select(p => new PairOf(p.Mentor, p.Mentee)).ToList();
        return new RematchResult(
            result,
            [.. now.Where(still.ContainsKey)],
            [.. still.Where(p => !now.Contains(p.Key))
                .Select(p => Ended(pool, p.Key, p.Value >= 0)).OrderBy(p => p.Pair.Mentor, StringComparer.Ordinal)
                .ThenBy(p => p.Pair.Mentee, StringComparer.Ordinal)],
            [.. now.Where(p => !still.ContainsKey(p))]);
    }

    private static int IndexOf(Pool pool, PairOf pair)
    {
        var (mentor, mentee) = (pool.MentorIndex(pair.Mentor), pool.MenteeIndex(pair.Mentee));
        return mentor < 0 || mentee < 0 ? -1 : pool.Candidates.IndexOf(mentor, mentee);
    }

    /// <summary>With as many pairs, one more pair that is not a released one outweighs all conflicts.</summary>
    private static SolveTask AfterThePairs(SolveTask task, bool[] isReleased)
    {
        var pairs = task.Pairs;
        var most = Math.Min(pairs.MentorPlaces.Sum(), pairs.MenteePlaces.Sum());
        var unit = checked(((pairs.Count == 0 ? 0 : pairs.Conflicts.Max()) * most) + 1);
        return task with { First = [.. pairs.Conflicts.Select((c, p) => c + (isReleased[p] ? 0 : unit))] };
    }

    /// <summary>
    /// Released pairs that all fit beside each other and the pins simply stay; only where places were lost must the solver choose.
    /// </summary>
    private static SolveTask BeforeAll(SolveTask task, bool[] isReleased)
    {
        int[] wanted = [.. task.Pinned.Concat(Enumerable.Range(0, isReleased.Length).Where(p => isReleased[p])).Distinct()];
        return Fit(task.Pairs, wanted) ? task with { Pinned = wanted } : task with { Bonus = isReleased };
    }

    private static bool Fit(CandidatePairs pairs, int[] wanted)
    {
        var mentorOf = pairs.MentorOfPairs();
        return wanted.CountBy(p => mentorOf[p]).All(m => m.Value <= pairs.MentorPlaces[m.Key])
            && wanted.CountBy(p => pairs.Mentee[p]).All(m => m.Value <= pairs.MenteePlaces[m.Key]);
    }

    private static EndedPair Ended(Pool pool, PairOf pair, bool allowed)
    {
        if (pool.Members.Find(pair.Mentor) is not { } mentor || pool.Members.Find(pair.Mentee) is not { } mentee)
        {
            return new EndedPair(pair, false, "One of them is no longer in the cohort.");
        }

        if (!allowed)
        {
            return new EndedPair(
                pair,
                false,
                string.Join(' ', pool.Rules.All(mentor, mentee).Select(r => RuleSentences.Of(r, pool.Request.Rules).Sentence)));
        }

        return new EndedPair(pair, true, "Both stay, with other partners or places, so that the rest can be matched as the policy asks.");
    }
}
