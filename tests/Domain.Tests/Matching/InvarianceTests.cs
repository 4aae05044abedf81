using System.Text.Json;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Tests.Matching;

public class InvarianceTests
{
    [Fact]
    public void The_same_people_in_any_order_get_the_same_match_and_the_same_proof()
    {
        var cohorts = new RandomCohorts(11);
        for (var i = 0; i < 1000; i++)
        {
            var request = cohorts.Next(14);
            var shuffled = Shuffled(request, new Random(i));
            Assert.Equal(JsonSerializer.Serialize(Matcher.Match(request)), JsonSerializer.Serialize(Matcher.Match(shuffled)));
        }
    }

    [Fact]
    public void Adding_a_person_never_lowers_the_number_of_pairs()
    {
        var cohorts = new RandomCohorts(12);
        for (var i = 0; i < 3000; i++)
        {
            var request = cohorts.Next(12);
            var more = request with { People = [cohorts.Person("newcomer"), .. request.People] };
            Assert.True(Matcher.Match(more).Objectives.Pairs >= Matcher.Match(request).Objectives.Pairs);
        }
    }

    [Fact]
    public void Nobody_is_with_the_same_person_both_ways_though_many_are_in_two_pairs()
    {
        var cohorts = new RandomCohorts(13);
        for (var i = 0; i < 1000; i++)
        {
            var request = cohorts.Next(12);
            var both = request with
            {
                People =
                [.. request.People.Select(p => p with { Sides = Sides.Both, CapacityAsMentor = 1, CapacityAsMentee = 1 })]
            };
            var pairs = Matcher.Match(both with { Rules = both.Rules with { Pins = [] } }).Pairs.Select(p => new PairOf(p.Mentor, p.Mentee))
                .ToHashSet();
            Assert.DoesNotContain(pairs, p => pairs.Contains(new PairOf(p.Mentee, p.Mentor)));
        }
    }

    [Fact]
    public void Seniority_never_holds_both_ways_round()
    {
        var ranks = RandomCohorts.Ranks;
        List<RankLookup.Declared> all =
            [.. ranks.Organisations.SelectMany(o => o.JuniorToSenior.Select(r => (RankLookup.Declared)ranks.Find(o.Organisation, r)))];
        Assert.All(all, one => Assert.All(all, other => Assert.False(one.IsSeniorTo(other) && other.IsSeniorTo(one))));
    }

    [Fact]
    public void Large_cohorts_carry_a_certificate_that_proves_all_four_objectives()
    {
        var cohorts = new RandomCohorts(14);
        for (var i = 0; i < 3; i++)
        {
            var request = cohorts.Next(400, 300);
            var result = Matcher.Match(request);
            Assert.True(result.Pairs.Count > 50);
            Assert.True(CertificateCheck.Proves(request, result));
        }
    }

    [Theory]
    [InlineData(40, 40)]
    [InlineData(90, 60)]
    [InlineData(60, 90)]
    public void A_cohort_in_which_nearly_every_pair_is_allowed_carries_one_too(int mentors, int mentees)
    {
        var random = new Random(mentors);
        List<string> Some() => [.. Enumerable.Range(0, 5).Select(_ => "topic" + random.Next(100)).Distinct()];
        var people = Enumerable.Range(0, mentors + mentees)
            .Select(i => new MatchPerson("p" + i, "Firm", i < mentors ? "trainee" : "partner")
            {
                Sides = i < mentors ? Sides.Mentor : Sides.Mentee,
                Topics = Some(),
                Interests = Some(),
                Conflicts = Some(),
                Team = "team " + random.Next(6),
            }).ToList();
        var request = new MatchingRequest(people, RankScale.ForEveryone("trainee", "partner"), new MatchingRules());
        var result = Matcher.Match(request);
        Assert.Equal(Math.Min(mentors, mentees), result.Objectives.Pairs);
        Assert.True(CertificateCheck.Proves(request, result));
        Assert.Equal(result.Pairs.Sum(p => Reference.Score(
            request.Rules, people.Single(q => q.Id == p.Mentor), people.Single(q => q.Id == p.Mentee))), result.Objectives.Total);
        Assert.Equal(JsonSerializer.Serialize(result), JsonSerializer.Serialize(Matcher.Match(Shuffled(request, random))));
    }

    [Fact]
    public void A_certificate_does_not_prove_a_match_that_could_be_better()
    {
        var cohorts = new RandomCohorts(15);
        var tried = 0;
        for (var i = 0; i < 500; i++)
        {
            var request = cohorts.Next();
            var best = Matcher.Match(request);
            // Any other match, with the best one's prices.
            foreach (var other in BruteForce.All(request)
                .Where(m => m.Count > 0 && !BruteForce.SchemeOrder(m).SequenceEqual(Order(best))).Take(3))
            {
                MatchedPair[] pairs = [.. other.Select(p => new MatchedPair(
                    p.Ids.Mentor, p.Ids.Mentee, p.Score, [], [.. Enumerable.Repeat(new PairConflict("c", "c"), p.Conflicts)], false))];
                var worse = best with
                {
                    Pairs = pairs,
                    Objectives = new Objectives(other.Count, other.Sum(p => p.Conflicts), BruteForce.Floor(other), other.Sum(p => p.Score)),
                };
                Assert.False(CertificateCheck.Proves(request, worse));
                tried++;
            }
        }

        Assert.True(tried > 300);
    }

    private static long[] Order(MatchingResult r) => [r.Objectives.Pairs, -r.Objectives.Conflicts, r.Objectives.Floor, r.Objectives.Total];

    private static MatchingRequest Shuffled(MatchingRequest request, Random random) => request with
    {
        People = [.. request.People.OrderBy(_ => random.Next())],
        Rules = request.Rules with
        {
            Pins = [.. request.Rules.Pins.OrderBy(_ => random.Next())],
            Forbids = [.. request.Rules.Forbids.OrderBy(_ => random.Next())],
            Weights = request.Rules.Weights.OrderBy(_ => random.Next()).ToDictionary(),
        },
    };
}
