using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Evaluation;

public class SurveyTests
{
    [Fact]
    public void Any_answer_is_enough()
    {
        Assert.Equal(4, Read(("safe", "4")).Value!.Scores["safe"]);
        Assert.True(Read(("comment", "Thank you")).Succeeded);
        Assert.Equal("evaluation-m1", Read(("safe", "4")).Value!.Id);
    }

    [Fact]
    public void No_answer_at_all_is_told_beside_the_first_question()
    {
        Assert.Equal([new Problem("worthwhile", "Please answer at least one question, or write a comment.")], Read().Problems);
        Assert.False(Read(("comment", "  ")).Succeeded);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("4.5")]
    [InlineData(" 4")]
    [InlineData("good")]
    public void A_score_is_one_of_five(string score) => Assert.Equal([new Problem("safe", "Please choose one of the answers.")], Read(("safe", score)).Problems);

    [Fact]
    public void A_comment_has_4000_characters_at_most()
    {
        Assert.True(Read(("comment", new string('x', 4000))).Succeeded);
        Assert.Equal([new Problem("comment", "Please shorten this to 4000 characters; it has 4001.")], Read(("comment", new string('x', 4001))).Problems);
    }

    [Fact]
    public void What_was_not_asked_is_not_kept() => Assert.Equal(["safe"], Read(("safe", "4"), ("name", "5")).Value!.Scores.Keys);

    private static Read<EvaluationAnswer> Read(params (string Field, string Text)[] posted) =>
        Survey.Read(posted.ToDictionary(p => p.Field, p => p.Text), "c", "m1", Given.Started);
}
