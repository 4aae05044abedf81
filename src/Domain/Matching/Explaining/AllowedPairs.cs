using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Matching.Explaining;

/// <summary>A pair the hard rules allow. Conflicts are counted, not told.</summary>
public sealed record AllowedPair(string Mentor, string Mentee, long Score, int Conflicts);

/// <summary>Everything the matching chooses from, for whoever wants to compare another way of choosing.</summary>
public static class AllowedPairs
{
    /// <summary>By the mentor's id and then the mentee's; empty for a request with problems.</summary>
    public static IReadOnlyList<AllowedPair> Of(MatchingRequest request)
    {
        if (RequestValidation.Problems(request).Count > 0)
        {
            return [];
        }

        var pool = new Pool(request);
        var (pairs, mentorOf) = (pool.Candidates, pool.Candidates.MentorOfPairs());
        return [.. Enumerable.Range(0, pairs.Count).Select(p => new AllowedPair(
            pool.Mentors[mentorOf[p]].Person.Id, pool.Mentees[pairs.Mentee[p]].Person.Id, pairs.Score[p], pairs.Conflicts[p]))];
    }
}
