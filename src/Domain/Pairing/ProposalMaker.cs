using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;
using ReverseMentoring.Domain.Pairs;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Puts a cohort's people before the matcher and turns its answer into a proposal.</summary>
public static class ProposalMaker
{
    /// <summary>
    /// A first match; after a release, the one that changes the fewest released pairs; after the launch, one that changes none.
    /// </summary>
    public static Proposal Make(CohortSnapshot cohort, int version, DateTimeOffset now)
    {
        var standing = MatchingView.Standing(cohort);
        var request = MatchingView.RequestFor(cohort, now);
        var rematch = Solve(request, standing);
        var result = rematch.Result;
        var next = cohort.Pairs.Select(p => p.Id).Concat(cohort.Offers.Select(o => o.PairId)).Select(NumberOf).DefaultIfEmpty(0).Max();
        return new Proposal
        {
            CohortId = cohort.Cohort.CohortId,
            Version = version,
            ProposedAt = now,
            Pairs = [.. result.Pairs.Select(p => Proposed(p, standing, ref next))],
            LeftOut = result.IsSolved
                ? [.. result.Unmatched.Select(u => new PersonLeftOut(u.Person, Words(u.Side), u.Sentence))]
                : Everybody(request, result),
            Objectives = result.Objectives,
            Ends = [.. rematch.Ended.Select(e => new EndedMatch(standing[e.Pair], e.Sentence))],
            Again = cohort.Cohort.HasDone(Proposal.FirstRelease),
            RulesVersion = cohort.Rules.Version,
            Problems = [.. result.Problems.Select(p => p.Sentence)],
        };
    }

    /// <summary>What a solve gives beside what was released already; without anything released, simply the best match.</summary>
    public static RematchResult Solve(MatchingRequest request, IReadOnlyDictionary<PairOf, string> standing) =>
        standing.Count == 0 ? new RematchResult(Matcher.Match(request), [], [], []) : Matcher.Rematch(request, [.. standing.Keys]);

    private static ProposedPair Proposed(MatchedPair pair, IReadOnlyDictionary<PairOf, string> standing, ref int next)
    {
        var kept = standing.GetValueOrDefault(new PairOf(pair.Mentor, pair.Mentee));
        return new ProposedPair(pair.Mentor, pair.Mentee, pair.Conflicts.Count)
        {
            PairId = kept ?? string.Create(CultureInfo.InvariantCulture, $"pair-{++next:00}"),
            Score = pair.Score,
            Pinned = pair.Pinned && kept is null,
            Kept = kept is not null,
        };
    }

    /// <summary>
    /// With nobody on one side, say, there is no match; the coordinator reads why beside each name, and can still release that.
    /// </summary>
    private static IReadOnlyList<PersonLeftOut> Everybody(MatchingRequest request, MatchingResult refused)
    {
        var why = string.Join(' ', refused.Problems.Select(p => p.Sentence));
        return [.. from person in request.People
                   from side in new[] { Sides.Mentor, Sides.Mentee }
                   where person.Sides.HasFlag(side)
                   select new PersonLeftOut(person.Id, Words(side), why)];
    }

    private static string Words(Sides side) => side == Sides.Mentor ? "reverse mentor" : "reverse mentee";

    private static int NumberOf(string pairId) => int.TryParse(
        pairId.AsSpan(pairId.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
