using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Evaluation;

public class ReportMakerTests
{
    [Theory]
    [InlineData(0, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5 to 9")]
    [InlineData(9, "5 to 9")]
    [InlineData(12, "10 to 14")]
    [InlineData(19, "15 to 19")]
    [InlineData(20, "20 or more")]
    [InlineData(24, "20 or more")]
    public void Numbers_of_answers_are_told_in_steps_of_five(int answers, string words)
    {
        var report = Of(answers, comments: 0);
        Assert.Equal(words, report.Answered);
        Assert.All(report.Questions, q => Assert.Equal(words, q.Answers));
    }

    [Theory]
    [InlineData(6, 6, "not shown", "not shown")]
    [InlineData(6, 0, "not shown", "not shown")]
    [InlineData(7, 7, "5 or more", "3")]
    [InlineData(7, 4, "fewer than 5", "not shown")]
    [InlineData(11, 11, "5 or more", "3")]
    [InlineData(12, 12, "10 or more", "3")]
    public void No_number_tells_that_everyone_has_answered_or_everyone_but_one(int asked, int answers, string words, string mean)
    {
        var report = Asked.Cohort(asked).About("safe").Report("safe", [.. Enumerable.Repeat(3, answers)]);
        Assert.Equal((asked, words), (report.Asked, report.Answered));
        Assert.Equal((mean, words), (Assert.Single(report.Questions).Mean, report.Questions[0].Answers));
    }

    [Fact]
    public void A_mean_is_shown_from_five_answers_to_that_question_on()
    {
        Assert.All(Of(4, 0).Questions, q => Assert.Equal("not shown", q.Mean));
        Assert.All(Of(5, 0).Questions, q => Assert.Equal("3", q.Mean));
        var cohort = Asked.Cohort(24);
        var report = ReportMaker.Make(
            cohort,
            [.. Enumerable.Range(1, 6).Select(i => Asked.Answer(
                cohort.People[i].Id, new Dictionary<string, int>(StringComparer.Ordinal) { [i < 6 ? "safe" : "again"] = 3 }))],
            Given.Started);
        Assert.Equal([("safe", "3")], report.Questions.Where(q => q.Mean != "not shown").Select(q => (q.Name, q.Mean)));
        Assert.Equal(("fewer than 5", "5 to 9"), (report.Questions.Single(q => q.Name == "again").Answers, report.Answered));
    }

    [Theory]
    [InlineData("3 3 3 3 4", "3")]
    [InlineData("3 3 3 4 4", "3.5")]
    [InlineData("4 4 4 4 4", "4 or more")]
    [InlineData("5 5 5 5 5", "4 or more")]
    [InlineData("5 5 5 5 5 5 5 5 5", "4 or more")]
    [InlineData("1 1 1 1 1", "2 or less")]
    [InlineData("1 2 2 2 2", "2 or less")]
    [InlineData("5 5 5 5 5 5 5 5 5 5", "4.5 or more")]
    [InlineData("4 4 4 4 4 4 4 4 4 4", "4")]
    [InlineData("1 1 1 1 1 1 1 1 1 1", "1.5 or less")]
    public void A_mean_is_told_to_the_nearest_half_and_near_an_end_of_the_scale_as_a_limit(string scores, string mean) =>
        Assert.Equal(mean, Assert.Single(Asked.Cohort(24).About("safe").Report(
            "safe", [.. scores.Split(' ').Select(int.Parse)]).Questions).Mean);

    [Fact]
    public void From_25_answers_on_the_whole_scale_is_told()
    {
        var cohort = Asked.Cohort(30).About("safe");
        Assert.Equal("5", cohort.Report("safe", [.. Enumerable.Repeat(5, 25)]).Questions[0].Mean);
        Assert.Equal("1", cohort.Report("safe", [.. Enumerable.Repeat(1, 25)]).Questions[0].Mean);
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
    public void Comments_that_would_tell_that_everyone_has_written_one_or_everyone_but_one_are_not_shown()
    {
        Assert.Equal(22, Of(24, comments: 22).Comments.Count);
        Assert.Empty(Of(24, comments: 23).Comments);
    }

    [Fact]
    public void It_counts_those_who_could_answer_and_tells_roughly_what_the_pairs_did()
    {
        var cohort = Asked.Cohort(24).Person("j2", p => p with { WithdrawnAt = Given.Started });
        for (var pair = 1; pair <= 11; pair++)
        {
            cohort = cohort.PairNo(pair, p => (p with { Completed = true, EndedAt = Given.Started })
                .Answered(1, p.MentorId, true).Answered(2, p.MenteeId, true).Answered(3, p.MenteeId, false));
        }

        var report = ReportMaker.Make(cohort, [], Given.Started);
        Assert.Equal((23, 12, "10 or more", "20 to 24"), (report.Asked, report.Pairs, report.PairsCompleted, report.SessionsHeld));
        Assert.Equal("not shown", ReportMaker.Make(Given.MatchedCohort(), [], Given.Started).PairsCompleted);
    }

    [Fact]
    public void Answers_of_those_who_have_left_are_not_counted() =>
        Assert.Equal("fewer than 5", ReportMaker.Make(
            Asked.Cohort(24).Person("m1", p => p with { WithdrawnAt = Given.Started }),
            [.. Enumerable.Range(1, 5).Select(n => Asked.Answer($"m{n}", new Dictionary<string, int>(StringComparer.Ordinal)))],
            Given.Started).Answered);

    [Fact]
    public void A_report_that_is_there_stays_as_it_is_so_that_no_second_one_can_be_subtracted_from_it()
    {
        var closed = Asked.Cohort(24).Done("evaluation-closes");
        Assert.IsType<DocumentWrite.Create<Report>>(
            Assert.Single(closed.Plan("report-ready", Given.London("2023-12-11T18:00"), []).Writes));
    }

    [Fact]
    public void The_thresholds_people_are_told_are_those_that_hold()
    {
        var told = ReportMaker.Thresholds(Samples.Judicial);
        Assert.Contains($"only from {ReportMaker.ScoresNeed} answers on", told, StringComparison.Ordinal);
        Assert.Contains($"at least {ReportMaker.CommentsNeed} people", told, StringComparison.Ordinal);
        Assert.Contains($"in steps of {ReportMaker.ScoresNeed}", told, StringComparison.Ordinal);
        Assert.Equal(told, Of(0, 0).Thresholds);
    }

    private static Report Of(int answers, int comments)
    {
        var cohort = Asked.Cohort(24);
        var scores = cohort.Scheme.EvaluationQuestions.ToDictionary(q => q.Name, _ => 3, StringComparer.Ordinal);
        return ReportMaker.Make(
            cohort,
            [.. Enumerable.Range(0, answers).Select(
                i => Asked.Answer(cohort.People[i].Id, scores, i < comments ? $"Comment {99 - i}" : ""))],
            Given.Started);
    }
}
