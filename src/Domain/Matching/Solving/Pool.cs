using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Scores;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>A request made ready to solve: both sides in id order and every pair the hard rules allow.</summary>
internal sealed class Pool
{
    public Pool(MatchingRequest request)
    {
        Request = request;
        Members = new Membership(request);
        Rules = new HardRules(request.Rules);
        Scoring = new Scoring(request.Rules);
        Mentors = [.. Members.Members.Where(m => m.Person.Sides.HasFlag(Sides.Mentor) && m.Person.CapacityAsMentor > 0)];
        Mentees = [.. Members.Members.Where(m => m.Person.Sides.HasFlag(Sides.Mentee) && m.Person.CapacityAsMentee > 0)];
        Candidates = Allowed();
    }

    public MatchingRequest Request { get; }

    public Membership Members { get; }

    public HardRules Rules { get; }

    public Scoring Scoring { get; }

    public Member[] Mentors { get; }

    public Member[] Mentees { get; }

    public CandidatePairs Candidates { get; }

    public int MentorIndex(string id) => IndexIn(Mentors, id);

    public int MenteeIndex(string id) => IndexIn(Mentees, id);

    private int IndexIn(Member[] side, string id)
    {
        if (Members.Find(id) is not { } member)
        {
            return -1;
        }

        var at = Array.BinarySearch(side, member, ByNumber);
        return at < 0 ? -1 : at;
    }

    private static readonly Comparer<Member> ByNumber = Comparer<Member>.Create((a, b) => a.Number.CompareTo(b.Number));

    private CandidatePairs Allowed()
    {
        var start = new int[Mentors.Length + 1];
        var (partner, score, conflicts) = (new List<int>(), new List<int>(), new List<int>());
        var sieve = new QuickSieve(Mentees, Request.Rules.AccessNeedsMustBeMet);
        var possible = new int[Mentees.Length + 1];
        for (var mentor = 0; mentor < Mentors.Length; mentor++)
        {
            foreach (var mentee in possible.AsSpan(0, sieve.Possible(Mentors[mentor], possible)))
            {
                if (Rules.First(Mentors[mentor], Mentees[mentee]) is not null)
                {
                    continue;
                }

                partner.Add(mentee);
                score.Add(Scoring.Score(Mentors[mentor], Mentees[mentee]));
                conflicts.Add(Mentors[mentor].Conflicts.Shared(Mentees[mentee].Conflicts));
            }

            start[mentor + 1] = partner.Count;
        }

        return new CandidatePairs(
            start,
            [.. partner],
            [.. score],
            [.. conflicts],
            [.. Mentors.Select(m => m.Person.CapacityAsMentor)],
            [.. Mentees.Select(m => m.Person.CapacityAsMentee)]);
    }
}
