using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Matching.Explaining;

/// <summary>What a coordinator should know before solving.</summary>
/// <param name="MentorPlaces">How many pairs the reverse mentors together have room for; against <paramref name="MenteePlaces"/>.</param>
/// <param name="AllowedPairs">How many pairs the hard rules allow.</param>
/// <param name="MostPairs">How many of them can be made at once, pins aside.</param>
/// <param name="WithoutPartner">People no rule lets be with anyone, and why.</param>
/// <param name="CompetingMentors">Reverse mentors who compete for too few reverse mentees; null when all who have a partner can have one at
/// once.</param>
/// <param name="CompetingMentees">The same of reverse mentees.</param>
public sealed record ReadinessReport(
    int Mentors,
    int Mentees,
    long MentorPlaces,
    long MenteePlaces,
    int AllowedPairs,
    int MostPairs,
    IReadOnlyList<WithoutPartner> WithoutPartner,
    CompetingGroup? CompetingMentors,
    CompetingGroup? CompetingMentees,
    IReadOnlyList<MatchingProblem> Problems);

/// <param name="Reasons">Each rule that rules someone out, with how many people of the other side; a person may be ruled out by
/// several.</param>
public sealed record WithoutPartner(string Person, Sides Side, IReadOnlyList<RuledOut> Reasons);

public sealed record RuledOut(HardRule Rule, int People, string Sentence);

/// <summary>
/// People who together want more places than their possible partners have (Hall 1935), and not one of whom could be taken out without that
/// being
/// over. A group with the fewest people of all is not sought: finding one is NP-hard.
/// </summary>
/// <param name="Places">How many places the group wants.</param>
/// <param name="Partners">Everyone any of them could be with.</param>
/// <param name="CanHave">How many of the places can be filled at once.</param>
public sealed record CompetingGroup(
    Sides Side, IReadOnlyList<string> People, long Places, IReadOnlyList<string> Partners, long CanHave, string Sentence);

/// <summary>Looks at a request before it is solved.</summary>
public static class Readiness
{
    /// <summary>The report; with problems that leave nothing to look at, only those.</summary>
    public static ReadinessReport Check(MatchingRequest request)
    {
        var problems = RequestValidation.Problems(request);
        if (problems.Count > 0)
        {
            return new ReadinessReport(0, 0, 0, 0, 0, 0, [], null, null, problems);
        }

        var pool = new Pool(request);
        var mentors = CompetitionGraph.OfMentors(pool.Candidates);
        var mentees = CompetitionGraph.OfMentees(pool.Candidates);
        return new ReadinessReport(
            pool.Mentors.Length,
            pool.Mentees.Length,
            pool.Candidates.MentorPlaces.Sum(p => (long)p),
            pool.Candidates.MenteePlaces.Sum(p => (long)p),
            pool.Candidates.Count,
            mentors.MostPairs,
            [.. Alone(pool, Sides.Mentor), .. Alone(pool, Sides.Mentee)],
            Group(mentors, Sides.Mentor, pool.Mentors, pool.Mentees),
            Group(mentees, Sides.Mentee, pool.Mentees, pool.Mentors),
            []);
    }

    private static IEnumerable<WithoutPartner> Alone(Pool pool, Sides side)
    {
        var (members, others) = side == Sides.Mentor ? (pool.Mentors, pool.Mentees) : (pool.Mentees, pool.Mentors);
        var hasPartner = new bool[members.Length];
        var mentorOf = pool.Candidates.MentorOfPairs();
        for (var pair = 0; pair < pool.Candidates.Count; pair++)
        {
            hasPartner[side == Sides.Mentor ? mentorOf[pair] : pool.Candidates.Mentee[pair]] = true;
        }

        foreach (var member in members.Where((_, i) => !hasPartner[i]))
        {
            var broken = others.SelectMany(o => side == Sides.Mentor ? pool.Rules.All(member, o) : pool.Rules.All(o, member));
            yield return new WithoutPartner(member.Person.Id, side, [.. broken.CountBy(r => r)
                .OrderByDescending(r => r.Value).ThenBy(r => r.Key)
                .Select(
                    r => new RuledOut(r.Key, r.Value, $"{r.Value} ruled out: {RuleSentences.Of(r.Key, pool.Request.Rules).Sentence}"))]);
        }
    }

    private static CompetingGroup? Group(CompetitionGraph graph, Sides side, Member[] members, Member[] others)
    {
        if (graph.MinimalGroup() is not { } group)
        {
            return null;
        }

        var (people, partners) =
            (group.Rows.Select(r => members[r].Person.Id).ToList(), group.Columns.Select(c => others[c].Person.Id).ToList());
        return new CompetingGroup(side, people, group.Places, partners, group.CanHave,
            $"These {people.Count} want {group.Places} places between them, but can have only {group.CanHave} at once ({partners.Count} "
                + "possible partners).");
    }
}
