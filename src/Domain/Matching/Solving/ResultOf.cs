using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>Turns a solution back into people.</summary>
internal static class ResultOf
{
    public static MatchingResult Solution(Pool pool, SolveTask task, ExactSolution solution)
    {
        var mentorOf = pool.Candidates.MentorOfPairs();
        var pairs = solution.Chosen
            .Select(p => Pair(pool, pool.Mentors[mentorOf[p]], pool.Mentees[pool.Candidates.Mentee[p]], task.Pinned.Contains(p)))
            .ToList();
        var objectives = pairs.Count == 0
            ? Objectives.None
            : new Objectives(pairs.Count, pairs.Sum(p => p.Conflicts.Count), pairs.Min(p => p.Score), pairs.Sum(p => p.Score));
        return new MatchingResult(pairs, LeftOut.Of(pool, pairs), objectives, solution.Certificate, []);
    }

    public static MatchedPair Pair(Pool pool, Member mentor, Member mentee, bool pinned) => new(
        mentor.Person.Id,
        mentee.Person.Id,
        pool.Scoring.Score(mentor, mentee),
        pool.Scoring.Contributions(mentor, mentee),
        Conflicts(mentor.Person, mentee.Person),
        pinned);

    private static List<PairConflict> Conflicts(MatchPerson mentor, MatchPerson mentee)
    {
        var theirs = mentee.Conflicts.Select(Label.Of).ToHashSet(Label.Comparer);
        return [.. mentor.Conflicts.Select(Label.Of).Where(c => c.Length > 0 && theirs.Contains(c)).Distinct(Label.Comparer)
            .Order(StringComparer.Ordinal)
            .Select(
                c => new PairConflict(c, $"Both are regularly connected with {Named(c)}; no equally large match avoids more conflicts."))];
    }

    // "court:Leeds" reads as "the court Leeds".
    private static string Named(string connection)
    {
        var colon = connection.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? connection : $"the {connection[..colon].Trim()} {connection[(colon + 1)..].Trim()}";
    }
}
