using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Tests.Matching;

/// <summary>A pair the rules allow, worked out the slow and plain way.</summary>
internal sealed record ReferencePair(PairOf Ids, long Score, int Conflicts);

/// <summary>The rules and the score written a second time, without the engine's numbers and indexes.</summary>
internal static class Reference
{
    public static List<ReferencePair> AllowedPairs(MatchingRequest request) =>
        [.. from mentor in request.People
            from mentee in request.People
            where Allowed(request, mentor, mentee)
            orderby mentor.Id, mentee.Id
            select new ReferencePair(
                new PairOf(mentor.Id, mentee.Id), Score(request.Rules, mentor, mentee), Shared(mentor.Conflicts, mentee.Conflicts))];

    public static bool Allowed(MatchingRequest request, MatchPerson mentor, MatchPerson mentee)
    {
        var rules = request.Rules;
        return mentor.Id != mentee.Id
            && mentor.Sides.HasFlag(Sides.Mentor) && mentee.Sides.HasFlag(Sides.Mentee)
            && mentor.CapacityAsMentor > 0 && mentee.CapacityAsMentee > 0
            && Senior(request.Ranks, mentee, mentor)
            && !(rules.SameTeamForbidden
            && mentor.Team is not null && mentor.Team == mentee.Team && mentor.Organisation == mentee.Organisation)
            && !Manages(mentor, mentee, rules.ReportingLineLevels) && !Manages(mentee, mentor, rules.ReportingLineLevels)
            && !rules.Forbids.Any(f => (f.One == mentor.Id && f.Other == mentee.Id) || (f.One == mentee.Id && f.Other == mentor.Id))
            && (!rules.AccessNeedsMustBeMet || (Meets(mentor, mentee) && Meets(mentee, mentor)));
    }

    public static long Score(MatchingRules rules, MatchPerson a, MatchPerson b)
    {
        var likeness = new Dictionary<Factor, decimal>
        {
            [Factor.Topics] = OfShorter(a.Topics.Concat(a.Goals), b.Topics.Concat(b.Goals)),
            [Factor.Skills] = Part(
                Shared(a.SkillsWanted, b.SkillsOffered) + Shared(b.SkillsWanted, a.SkillsOffered),
                Set(a.SkillsWanted).Count + Set(b.SkillsWanted).Count),
            [Factor.Interests] = OfShorter(a.Interests, b.Interests),
            [Factor.Location] = a.Location is not null && a.Location == b.Location ? 1000 : 0,
            [Factor.Modes] = OfShorter(a.Modes, b.Modes),
            [Factor.Times] = OfShorter(a.Times, b.Times),
            [Factor.Difference] = a.Differences.Any(
                d => (rules.DifferenceDimensions.Count == 0 || rules.DifferenceDimensions.Contains(d.Key))
                && b.Differences.TryGetValue(d.Key, out var other) && other != d.Value) ? 1000 : 0,
        };
        return (long)rules.Weights.Sum(w => Math.Floor((decimal)w.Value * likeness[w.Key]));
    }

    private static bool Senior(RankScale ranks, MatchPerson senior, MatchPerson junior)
    {
        if (senior.Organisation == junior.Organisation)
        {
            var order = ranks.Organisations.Single(o => o.Organisation == senior.Organisation).JuniorToSenior.ToList();
            return order.IndexOf(senior.Rank) > order.IndexOf(junior.Rank);
        }

        int? Level(MatchPerson p) => ranks.Equivalences.FirstOrDefault(e => e.Organisation == p.Organisation && e.Rank == p.Rank)?.Level;
        return Level(senior) > Level(junior);
    }

    private static bool Manages(MatchPerson manager, MatchPerson report, int levels) =>
        report.ManagerChain.Take(levels).Any(m => string.Equals(m, manager.Id, StringComparison.OrdinalIgnoreCase));

    private static bool Meets(MatchPerson needs, MatchPerson offers) => Set(needs.AccessRequired).IsSubsetOf(Set(offers.AccessOffered));

    private static decimal OfShorter(IEnumerable<string> one, IEnumerable<string> other)
    {
        var (a, b) = (Set(one), Set(other));
        return Part(a.Count(b.Contains), Math.Min(a.Count, b.Count));
    }

    private static decimal Part(int some, int all) => all == 0 ? 0 : Math.Floor(1000m * some / all);

    private static int Shared(IEnumerable<string> one, IEnumerable<string> other) => Set(one).Count(Set(other).Contains);

    private static HashSet<string> Set(IEnumerable<string> words) =>
        words.Select(w => w.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
