using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Tests.Matching;

public class ValidationTests
{
    private static readonly RankScale Ranks = RankScale.ForEveryone("trainee", "partner");

    private static readonly MatchPerson[] People =
    [
        new("a", "Firm", "trainee"),
        new("b", "Firm", "trainee") { Team = "tax" },
        new("x", "Firm", "partner") { Sides = Sides.Mentee },
        new("y", "Firm", "Partner ") { Sides = Sides.Mentee, Team = "Tax" },
    ];

    [Fact]
    public void Good_rules_have_no_problems() => Assert.Empty(new MatchingRules().Validate(People, Ranks));

    [Theory]
    [InlineData(-1, "The weight of Topics is negative.")]
    [InlineData(double.NaN, "The weight of Topics is not a number.")]
    [InlineData(double.PositiveInfinity, "The weight of Topics is not a number.")]
    [InlineData(100.5, "The weight of Topics is greater than 100.")]
    public void A_weight_that_is_no_weight_is_a_problem(double weight, string sentence)
    {
        var rules = new MatchingRules { Weights = new Dictionary<Factor, double> { [Factor.Topics] = weight } };
        Assert.Equal([new MatchingProblem("rules.weights.Topics", sentence)], rules.Validate(People, Ranks));
    }

    [Fact]
    public void A_pin_that_breaks_a_hard_rule_says_which()
    {
        var rules = new MatchingRules
        {
            Pins =
            [new("b", "y"), new("x", "a"), new("a", "ghost")],
            Forbids = [new("y", "b", ForbidKind.PastPairing)]
        };
        Assert.Equal(
            [
                "b cannot be pinned to y. They are in the same team.",
                "b cannot be pinned to y. They were a pair before.",
                "x cannot be pinned to a. They did not offer to be on these sides of a pair.",
                "x cannot be pinned to a. The reverse mentee must be strictly more senior than the reverse mentor.",
                "Nobody in this cohort has the id ghost.",
            ],
            rules.Validate(People, Ranks).Select(p => p.Sentence));
    }

    [Fact]
    public void A_person_pinned_twice_beyond_their_room_is_a_problem()
    {
        var rules = new MatchingRules { Pins = [new("a", "x"), new("a", "y")] };
        Assert.Equal(
            ["a is pinned as reverse mentor in 2 pairs but has room for 1."], rules.Validate(People, Ranks).Select(p => p.Sentence));
    }

    [Fact]
    public void An_undeclared_rank_is_a_problem_and_a_value_not_an_exception()
    {
        Assert.Equal(new RankLookup.Undeclared("Firm", "wizard"), Ranks.Find("Firm", "wizard"));
        var problems = new MatchingRules().Validate([.. People, new("z", "Firm", "wizard")], Ranks);
        Assert.Equal(
            [new MatchingProblem("people[z].rank", "Nobody declared the rank \"wizard\" for the organisation \"Firm\".")], problems);
    }

    [Fact]
    public void An_empty_side_is_a_problem_and_nothing_is_matched()
    {
        var result = Matcher.Match(new MatchingRequest(People[..2], Ranks, new MatchingRules()));
        Assert.Equal(["There is no reverse mentee with a place for a pair."], result.Problems.Select(p => p.Sentence));
        Assert.False(result.IsSolved);
        Assert.Empty(result.Pairs);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var rules = new MatchingRules
        {
            Weights = new Dictionary<Factor, double> { [Factor.Skills] = -2 },
            ReportingLineLevels = -1,
            Forbids = [new("a", "nobody"), new("a", "left long ago", ForbidKind.PastPairing)],
        };
        var problems = rules.Validate([.. People, new("a", "Firm", "trainee") { CapacityAsMentor = -1 }], Ranks);
        Assert.Equal(
            ["people[a].id", "people[a].capacityAsMentor", "rules.weights.Skills", "rules.reportingLineLevels", "rules.forbids[0]"],
            problems.Select(p => p.Place));
    }

    [Fact]
    public void A_scale_that_contradicts_itself_is_a_problem()
    {
        var ranks = new RankScale(
            [new("Firm", ["trainee", "partner", "Trainee"]), new("Court", [])],
            [new("Firm", "trainee", 5), new("Firm", "partner", 3), new("Firm", "ghost", 1)]);
        Assert.Equal(
            [
                "The rank \"trainee\" is declared twice for \"Firm\".",
                "The organisation \"Court\" declares no ranks.",
                "The equivalence table places \"ghost\" of \"Firm\", which nobody declared.",
                "\"partner\" of \"Firm\" is senior to \"trainee\" but has a lower level.",
            ],
            ranks.Validate().Select(p => p.Sentence).Distinct());
    }
}
