using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Enrolment;

public class StartRulesTests
{
    private static readonly DateTimeOffset January = Given.London("2023-01-25T10:00");

    [Fact]
    public void A_cohort_with_both_sides_and_time_left_can_start() => Assert.Empty(StartRules.Check(Given.Cohort(), January));

    [Fact]
    public void A_cohort_without_people_says_which_side_is_missing()
    {
        Assert.Equal(
            ["There is no reverse mentor yet.", "There is no reverse mentee yet."], Firsts(Given.Cohort() with { People = [] }, January));
        Assert.Equal(["There is no reverse mentee yet."], Firsts(Given.Cohort() with { People = [Given.Mentor("m1")] }, January));
        Assert.Equal(["There is no reverse mentor yet."], Firsts(Given.Cohort() with { People = [Given.Mentee("j1")] }, January));
    }

    [Theory]
    [InlineData("2023-02-27T15:59", false)]
    [InlineData("2023-02-27T16:00", true)]
    public void After_the_deadline_it_has_to_be_extended_first(string now, bool refused) =>
        Assert.Equal(refused ? ["The pen-portrait deadline has passed."] : [], Firsts(Given.Cohort(), Given.London(now)));

    private static IEnumerable<string> Firsts(Domain.Cohorts.CohortSnapshot cohort, DateTimeOffset now) =>
        StartRules.Check(cohort, now).Select(p => p.Sentence[..(p.Sentence.IndexOf('.', StringComparison.Ordinal) + 1)]);
}
