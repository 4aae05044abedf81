using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Tests.Matching;

public class ExplainTests
{
    [Fact]
    public void Why_not_says_what_forcing_the_pair_and_solving_again_gives()
    {
        var cohorts = new RandomCohorts(31);
        var (costs, forbidden, same) = (0, 0, 0);
        for (var i = 0; i < 2000; i++)
        {
            var request = cohorts.Next();
            var (mentor, mentee) = Two(request, cohorts);
            var pinned = request with { Rules = request.Rules with { Pins = [.. request.Rules.Pins, new PairOf(mentor.Id, mentee.Id)] } };
            switch (Explain.WhyNot(request, mentor.Id, mentee.Id))
            {
                case WhyNot.Forbidden:
                    Assert.True(!Reference.Allowed(request, mentor, mentee)
                        || !BruteForce.All(pinned).Any(m => pinned.Rules.Pins.All(p => m.Any(q => q.Ids == p))));
                    forbidden++;
                    break;
                case WhyNot.TheyAreAPair pair:
                    Assert.Contains(
                        BruteForce.Best(request, BruteForce.SchemeOrder), p => p.Ids == new PairOf(pair.Pair.Mentor, pair.Pair.Mentee));
                    same++;
                    break;
                case WhyNot.WouldCost cost:
                    var (best, forced) = (BruteForce.SchemeOrder(BruteForce.Best(request, BruteForce.SchemeOrder)), BruteForce.SchemeOrder(
                        BruteForce.Best(pinned, BruteForce.SchemeOrder)));
                    Assert.Equal(
                        best.Zip(forced, (b, f) => b - f), [cost.Loss.Pairs, cost.Loss.Conflicts, cost.Loss.Floor, cost.Loss.Total]);
                    costs++;
                    break;
                default:
                    Assert.Fail("A request without problems can be answered.");
                    break;
            }
        }

        Assert.True(costs > 100 && forbidden > 100 && same > 100, $"{costs} {forbidden} {same}");
    }

    [Fact]
    public void A_participant_learns_nothing_about_differences_conflicts_or_totals()
    {
        var request = TwoWhoDiffer();
        var seen = Explain.Pair(request, "junior", "senior", ExplainedTo.Participant);
        Assert.Null(seen.Score);
        Assert.Empty(seen.Conflicts);
        Assert.DoesNotContain(seen.Factors, f => f.Factor == Factor.Difference);
        Assert.Equal(["You named topics or goals in common."], seen.Sentences);
    }

    [Fact]
    public void A_coordinator_sees_every_factor_and_conflict_but_never_whose_data_says_what()
    {
        var seen = Explain.Pair(TwoWhoDiffer(), "junior", "senior", ExplainedTo.Coordinator);
        Assert.Equal(5000, seen.Score);
        Assert.Equal([Factor.Topics, Factor.Difference], seen.Factors.Where(f => f.Points > 0).Select(f => f.Factor));
        Assert.Equal("court:Leeds", Assert.Single(seen.Conflicts).Connection);
        Assert.DoesNotContain(
            seen.Sentences, s => s.Contains("ethnic", StringComparison.Ordinal) || s.Contains("Black", StringComparison.Ordinal));
        Assert.Contains("They named topics or goals in common. It added 3 of 3.", seen.Sentences);
    }

    [Fact]
    public void Every_point_of_the_frontier_is_unbeaten_and_can_be_had()
    {
        var cohorts = new RandomCohorts(32);
        var several = 0;
        for (var i = 0; i < 400; i++)
        {
            var request = cohorts.Next(7);
            var frontier = Frontier.Of(request, pairsToGiveUp: 10);
            var all = BruteForce.All(request).Where(m => m.Count > 0).Select(BruteForce.SchemeOrder).ToList();
            foreach (var point in frontier.Points)
            {
                long[] here = [point.Objectives.Pairs, -point.Objectives.Conflicts, point.Objectives.Floor, point.Objectives.Total];
                Assert.Contains(all, m => m.SequenceEqual(here));
                Assert.DoesNotContain(all, m => !m.SequenceEqual(here) && m.Zip(here).All(v => v.First >= v.Second));
                Assert.Equal(point.Objectives, Matcher.Match(request with { Choice = point.Choice }).Objectives);
            }

            if (all.Count > 0)
            {
                Assert.Contains(frontier.Points, p => p.Objectives == Matcher.Match(request).Objectives);
            }

            several += frontier.Points.Count > 1 ? 1 : 0;
        }

        Assert.True(several > 50, $"{several}");
    }

    private static (MatchPerson Mentor, MatchPerson Mentee) Two(MatchingRequest request, RandomCohorts cohorts)
    {
        var allowed = Reference.AllowedPairs(request);
        if (allowed.Count == 0 || cohorts.Below(4) == 0)
        {
            return (request.People[cohorts.Below(request.People.Count)], request.People[cohorts.Below(request.People.Count)]);
        }

        var ids = allowed[cohorts.Below(allowed.Count)].Ids;
        return (request.People.Single(p => p.Id == ids.Mentor), request.People.Single(p => p.Id == ids.Mentee));
    }

    private static MatchingRequest TwoWhoDiffer() => new(
        [
            new("junior", "Bar", "barrister") { Topics = ["Race"], Conflicts = ["court:Leeds"], Differences = Of("Black") },
            new(
                "senior",
                "Bench",
                "judge") { Sides = Sides.Mentee, Topics = ["race "], Conflicts = ["COURT:leeds"], Differences = Of("White") },
        ],
        RankScale.ForEveryone("barrister", "judge"),
        new MatchingRules());

    private static Dictionary<string, string> Of(string ethnicity) => new() { ["ethnicity"] = ethnicity };
}
