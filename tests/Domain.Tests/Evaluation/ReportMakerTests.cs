using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Evaluation;

public class ReportMakerTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(12, "12")]
    public void Small_numbers_of_answers_show_as_fewer_than_5(int answers, string words)
    {
        var report = Of(answers, comments: 0);
        Assert.Equal(words, report.Answered);
        Assert.All(report.Questions, q => Assert.Equal(words, q.Answers));
    }

    [Fact]
    public void A_mean_is_shown_from_five_answers_to_that_question_on()
    {
        Assert.All(Of(4, 0).Questions, q => Assert.Null(q.Mean));
        Assert.All(Of(5, 0).Questions, q => Assert.Equal(3, q.Mean));
        var report = ReportMaker.Make(
            Given.MatchedCohort(),
            [.. Enumerable.Range(1, 6)
                .Select(i => Answer(i, "") with { Scores = new Dictionary<string, int> { [i < 6 ? "safe" : "again"] = 4 } })],
            Given.Started);
        Assert.Equal([("safe", 4.0)], report.Questions.Where(q => q.Mean is not null).Select(q => (q.Name, q.Mean!.Value)));
        Assert.Equal(("fewer than 5", "6"), (report.Questions.Single(q => q.Name == "again").Answers, report.Answered));
    }

    [Fact]
    public void Comments_are_shown_when_ten_people_have_written_one_and_in_an_order_that_tells_nothing()
    {
        Assert.Empty(Of(12, comments: 9).Comments);
        var shown = Of(12, comments: 10).Comments;
        Assert.Equal(10, shown.Count);
        Assert.Equal(shown.Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public void It_counts_those_who_could_answer_and_what_the_pairs_did()
    {
        var cohort = Given.MatchedCohort()
            .PairNo(1, p => p.Answered(1, "m1", true)
            .Answered(2, "j1", true).Answered(3, "j1", false) with
            { Completed = true, EndedAt = Given.Started })
            .Person("j2", p => p with { WithdrawnAt = Given.Started });
        var report = ReportMaker.Make(cohort, [], Given.Started);
        Assert.Equal((3, 2, 1, 2), (report.Asked, report.Pairs, report.PairsCompleted, report.SessionsHeld));
    }

    [Fact]
    public void The_thresholds_people_are_told_are_those_that_hold()
    {
        Assert.Contains(
            $"only from {ReportMaker.ScoresNeed} answers on", ReportMaker.Thresholds(Samples.Judicial), StringComparison.Ordinal);
        Assert.Contains($"at least {ReportMaker.CommentsNeed} people", ReportMaker.Thresholds(Samples.Judicial), StringComparison.Ordinal);
        Assert.Equal(ReportMaker.Thresholds(Samples.Judicial), Of(0, 0).Thresholds);
    }

    private static Report Of(int answers, int comments) =>
        ReportMaker.Make(
            Given.MatchedCohort(), [
                .. Enumerable.Range(1, answers).Select(i => Answer(i, i <= comments ? $"Comment {99 - i}" : ""))], Given.Started);

    private static EvaluationAnswer Answer(int number, string comment) => new()
    {
        CohortId = "c",
        PersonId = $"p{number}",
        Scores = Samples.Judicial.EvaluationQuestions.ToDictionary(q => q.Name, _ => 3),
        Comment = comment,
        At = Given.Started,
    };
}
