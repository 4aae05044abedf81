using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Reflections;

public class ReflectionAndEvaluationStepsTests
{
    [Fact]
    public void A_reflection_opens_for_everyone_in_the_scheme_once_also_with_two_roles()
    {
        var cohort = (Given.Cohort() with { People = [Given.Mentor("m1"), Given.Both("b1"), Given.Mentee("j1"), Given.Mentor("m2")] })
            .AllAnswered().Released(("m1", "b1"), ("b1", "j1"));
        Assert.Equal(
            ["reflection-opening to m1", "reflection-opening to b1", "reflection-opening to j1"],
            cohort.Plan("reflection-2-opens").Emails());
    }

    [Fact]
    public void A_reflection_is_reminded_of_while_it_is_neither_given_nor_declined_nor_unwanted()
    {
        var cohort = Given.MatchedCohort()
            .Person("m1", p => p with { Reflected = new Dictionary<int, DateTimeOffset> { [2] = Given.Started } })
            .Person("j1", p => p with { Reflected = new Dictionary<int, DateTimeOffset> { [1] = Given.Started } })
            .Person("j2", p => p with { NudgesPausedAt = Given.Started });
        Assert.Equal(["reflection-reminder to m2", "reflection-reminder to j1"], cohort.Plan("reflection-2-reminder").Emails());
    }

    [Fact]
    public void After_its_window_a_reflection_is_asked_for_no_more()
    {
        var closed = Given.London("2023-05-10T09:00");
        Assert.Same(Effects.TooLate, Given.MatchedCohort().Plan("reflection-1-opens", closed));
        Assert.Same(Effects.TooLate, Given.MatchedCohort().Plan("reflection-1-reminder", closed));
        Assert.Equal(Effects.Nothing, Given.MatchedCohort().Plan("reflection-1-closes", closed));
    }

    [Theory]
    [InlineData("reflection-1-opens", "reflection-1-reminder", "2023-05-08T09:00")]
    [InlineData("evaluation-opens", "evaluation-reminder", "2023-12-07T09:00")]
    public void After_an_outage_the_opening_is_not_followed_by_its_reminder_at_once(string opening, string reminder, string late)
    {
        Assert.NotSame(Effects.TooLate, Given.MatchedCohort().Done(opening).Plan(reminder));
        Assert.Same(Effects.TooLate, Given.MatchedCohort().Done(opening, Given.London(late)).Plan(reminder, Given.London(late)));
    }

    [Fact]
    public void The_evaluation_asks_all_who_were_in_a_pair_also_in_one_that_ended_early()
    {
        var cohort = Given.Cohort().AllAnswered().Released(("m1", "j1")).PairNo(1, p => p with { EndedAt = Given.Started });
        Assert.Equal(["evaluation-opening to m1", "evaluation-opening to j1"], cohort.Plan("evaluation-opens").Emails());
    }

    [Fact]
    public void The_evaluation_reminds_those_who_have_not_answered_and_want_to_be_reminded()
    {
        var cohort = Given.MatchedCohort()
            .Person("m1", p => p with { EvaluatedAt = Given.Started }).Person("j2", p => p with { NudgesPausedAt = Given.Started });
        Assert.Equal(["evaluation-reminder to m2", "evaluation-reminder to j1"], cohort.Plan("evaluation-reminder").Emails());
    }

    [Fact]
    public void After_it_closed_the_evaluation_is_asked_for_no_more()
    {
        var closed = Given.London("2023-12-11T17:00");
        Assert.Same(Effects.TooLate, Given.MatchedCohort().Plan("evaluation-opens", closed));
        Assert.Same(Effects.TooLate, Given.MatchedCohort().Plan("evaluation-reminder", closed));
        Assert.Equal(Effects.Nothing, Given.MatchedCohort().Plan("evaluation-closes", closed));
    }

    [Fact]
    public void The_report_is_told_to_the_coordinator_and_to_everyone_who_was_asked()
    {
        var effects = Given.MatchedCohort().Done("evaluation-closes").Plan("report-ready");
        Assert.Equal(
            ["report-ready to coordinator", "report-ready to m1", "report-ready to m2", "report-ready to j1", "report-ready to j2"],
            effects.Emails());
        Assert.Equal(4, effects.Report!.Asked);
    }
}
