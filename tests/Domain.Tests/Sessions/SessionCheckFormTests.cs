using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Sessions;

public class SessionCheckFormTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void The_answer_is_yes_or_no(string met, bool expected)
    {
        var changed = Assert.Single(Decide(met).Value!.Pairs);
        Assert.Equal("pair-01", changed.PairId);
        Assert.Equal(expected, changed.Apply(Given.Pair(1, "m1", "j1")).Sessions[1].MentorSaysMet);
    }

    [Theory]
    [InlineData("")]
    [InlineData("maybe")]
    public void Anything_else_is_no_answer(string met) => Assert.Equal([new Problem("met", "missing")], Decide(met).Problems);

    [Fact]
    public void The_same_answer_posted_again_changes_nothing() =>
        Assert.Empty(Decide("yes", Given.MatchedCohort().PairNo(1, p => p.Answered(1, "m1", met: true))).Value!.Writes);

    [Fact]
    public void Each_ones_last_answer_counts_and_leaves_the_others_alone()
    {
        var pair = Given.Pair(1, "m1", "j1")
            .Answered(1, "m1", true).Answered(1, "j1", false).Answered(2, "j1", true).Answered(1, "m1", false);
        Assert.Equal((false, false), (pair.Sessions[1].MentorSaysMet!.Value, pair.Sessions[1].MenteeSaysMet!.Value));
        Assert.Equal((null, true), (pair.Sessions[2].MentorSaysMet, pair.Sessions[2].MenteeSaysMet!.Value));
        Assert.Equal((Given.Started, Given.Started), (pair.Sessions[1].MentorAnsweredAt, pair.Sessions[1].MenteeAnsweredAt));
    }

    [Fact]
    public void There_is_no_field_for_what_was_said() =>
        Assert.Equal(
            ["Heard", "MenteeAnsweredAt", "MenteeSaysMet", "MentorAnsweredAt", "MentorSaysMet", "Met"],
            typeof(Domain.Pairs.SessionAnswers).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    private static Outcome<Effects> Decide(string met, CohortSnapshot? cohort = null) =>
        Given.Decision(
            "session-check", cohort ?? Given.MatchedCohort(), "m1", new Dictionary<string, string> { ["met"] = met }, 1, "pair-01");
}
