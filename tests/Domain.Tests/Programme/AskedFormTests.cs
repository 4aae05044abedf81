using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Programme;

public class AskedFormTests
{
    [Theory]
    [InlineData("2023-02-27T15:59", "pen-portrait", 0)]
    [InlineData("2023-02-27T16:00", "withdraw", 0)]
    [InlineData("2023-04-21T08:59", "session-date", 1)]
    [InlineData("2023-04-21T09:00", "session-check", 1)]
    [InlineData("2023-04-30T09:00", "reflection", 1)]
    [InlineData("2023-05-10T09:00", "session-date", 2)]
    [InlineData("2023-05-22T09:00", "session-check", 2)]
    [InlineData("2023-11-20T09:00", "evaluation", 0)]
    [InlineData("2023-12-11T17:00", "withdraw", 0)]
    public void Who_lost_a_link_gets_the_form_that_is_open_now(string now, string purpose, int number)
    {
        var (form, asked) = Open(Given.MatchedCohort(), "m1", now);
        Assert.Equal((purpose, number), (form.Key, asked.Number));
        Assert.Equal(purpose.StartsWith("session-", StringComparison.Ordinal) ? "pair-01" : null, asked.PairId);
    }

    [Fact]
    public void What_is_answered_is_not_asked_again()
    {
        var answered = Given.MatchedCohort().PairNo(1, p => p.Answered(1, "j1", met: true))
            .Person(
                "m1", p => p with { Reflected = new Dictionary<int, DateTimeOffset> { [1] = Given.Started }, EvaluatedAt = Given.Started });
        foreach (var now in new[] { "2023-04-21T09:00", "2023-04-30T09:00", "2023-11-20T09:00" })
        {
            Assert.Equal("withdraw", Open(answered, "m1", now).Form.Key);
        }
    }

    [Fact]
    public void Whose_pair_ended_early_is_asked_for_the_evaluation_alone()
    {
        var ended = Given.MatchedCohort().PairNo(1, p => p with { EndedAt = Given.Started });
        Assert.Equal("withdraw", Open(ended, "m1", "2023-04-21T09:00").Form.Key);
        Assert.Equal("withdraw", Open(ended, "m1", "2023-04-30T09:00").Form.Key);
        Assert.Equal("evaluation", Open(ended, "m1", "2023-11-20T09:00").Form.Key);
        Assert.Equal("withdraw", Open(Given.Cohort().AllAnswered(), "m1", "2023-11-20T09:00").Form.Key);
    }

    [Fact]
    public void In_a_cancelled_cohort_there_is_nothing_left_but_to_leave() =>
        Assert.Equal("withdraw", Open(Given.Cohort().With(c => c with { CancelledAt = Given.Started }), "m1", "2023-02-01T09:00").Form.Key);

    private static (FormDeclaration Form, AskedForm Asked) Open(CohortSnapshot cohort, string person, string now) =>
        MentoringProgramme.Declared.AskedOf(cohort.FindPerson(person)!, cohort, Given.London(now));
}
