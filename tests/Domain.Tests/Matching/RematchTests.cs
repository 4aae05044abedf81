using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Tests.Matching;

public class RematchTests
{
    [Theory]
    [InlineData(RematchPolicy.FewestChanges)]
    [InlineData(RematchPolicy.MostPairs)]
    public void A_rematch_changes_as_few_released_pairs_as_looking_at_every_match_says(RematchPolicy policy)
    {
        var cohorts = new RandomCohorts(21 + (int)policy);
        var disturbed = 0;
        for (var i = 0; i < 3000; i++)
        {
            var before = cohorts.Next();
            var released = Matcher.Match(before).Pairs.Select(p => new PairOf(p.Mentor, p.Mentee)).ToList();
            var after = Changed(before, cohorts);
            if (after.Rules.Validate(after.People, after.Ranks).Count > 0)
            {
                continue;
            }

            var rematch = Matcher.Rematch(after, released, policy);
            var best = BruteForce.Best(after, match =>
            {
                long kept = match.Count(p => released.Contains(p.Ids));
                long[] order = BruteForce.SchemeOrder(match);
                return policy == RematchPolicy.FewestChanges ? [kept, .. order] : [order[0], kept, .. order[1..]];
            });
            Assert.Equal(best.Select(p => p.Ids), rematch.Result.Pairs.Select(p => new PairOf(p.Mentor, p.Mentee)));
            Assert.Equal(released.Order(ById).ToList(), rematch.Kept.Concat(rematch.Ended.Select(e => e.Pair)).Order(ById).ToList());
            Assert.Equal(rematch.Result.Pairs.Count, rematch.Kept.Count + rematch.Started.Count);
            disturbed += rematch.Ended.Count > 0 ? 1 : 0;
        }

        Assert.True(disturbed > 300, $"{disturbed}");
    }

    [Fact]
    public void When_someone_withdraws_the_partner_gets_whoever_waits_and_nobody_else_notices()
    {
        MatchPerson[] people = [Junior("a"), Junior("b"), Junior("waiting"), Senior("x"), Senior("y")];
        var request = new MatchingRequest(people[1..], RankScale.ForEveryone("trainee", "partner"), new MatchingRules());
        var rematch = Matcher.Rematch(request, [new("a", "x"), new("b", "y")]);
        Assert.Equal([new PairOf("b", "y")], rematch.Kept);
        Assert.Equal([new PairOf("waiting", "x")], rematch.Started);
        Assert.Equal("One of them is no longer in the cohort.", Assert.Single(rematch.Ended).Sentence);
    }

    [Fact]
    public void A_released_pair_is_broken_for_a_late_joiner_only_when_most_pairs_is_the_policy()
    {
        var late = Junior("late") with { AccessRequired = ["step-free"] };
        MatchPerson[] people = [Junior("a"), late, Senior("x") with { AccessOffered = ["step-free"] }, Senior("y")];
        var request = new MatchingRequest(people, RankScale.ForEveryone("trainee", "partner"), new MatchingRules());
        PairOf[] released = [new("a", "x")];
        Assert.Equal(1, Matcher.Rematch(request, released).Result.Objectives.Pairs);
        var most = Matcher.Rematch(request, released, RematchPolicy.MostPairs);
        Assert.Equal([new PairOf("a", "y"), new PairOf("late", "x")], most.Started);
        Assert.True(Assert.Single(most.Ended).Allowed);
    }

    private static readonly Comparer<PairOf> ById = Comparer<PairOf>.Create(
        (a, b) => string.CompareOrdinal($"{a.Mentor}/{a.Mentee}", $"{b.Mentor}/{b.Mentee}"));

    private static MatchPerson Junior(string id) => new(id, "Firm", "trainee");

    private static MatchPerson Senior(string id) => new(id, "Firm", "partner") { Sides = Sides.Mentee };

    private static MatchingRequest Changed(MatchingRequest request, RandomCohorts cohorts)
    {
        var people = request.People.ToList();
        var someone = cohorts.Below(people.Count);
        switch (cohorts.Below(4))
        {
            case 0:
                people.RemoveAt(someone);
                break;
            case 1:
                people.Add(cohorts.Person("late"));
                break;
            case 2:
                people[someone] = people[someone] with { CapacityAsMentee = cohorts.Below(2), CapacityAsMentor = cohorts.Below(2) };
                break;
            default:
                people[someone] = cohorts.Person(people[someone].Id);
                break;
        }

        return request with { People = people };
    }
}
