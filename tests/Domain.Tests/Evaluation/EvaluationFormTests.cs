using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Evaluation;

public class EvaluationFormTests
{
    [Fact]
    public void Any_answer_is_enough()
    {
        var answer = Answer(Read(("safe", "4")));
        Assert.Equal((4, "evaluation-m1"), (answer.Scores["safe"], answer.Id));
        Assert.True(Read(("comment", "Thank you")).Succeeded);
    }

    [Fact]
    public void No_answer_at_all_is_told_beside_the_first_question()
    {
        Assert.Equal([new Problem("worthwhile", "nothing_said")], Read().Problems);
        Assert.False(Read(("comment", "  ")).Succeeded);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("4.5")]
    [InlineData(" 4")]
    [InlineData("good")]
    public void A_score_is_one_of_five(string score) =>
        Assert.Equal([new Problem("safe", "no_such_answer")], Read(("safe", score)).Problems);

    [Fact]
    public void A_comment_has_4000_characters_at_most()
    {
        Assert.True(Read(("comment", new string('x', 4000))).Succeeded);
        Assert.Equal([new Problem("comment", "too_long")], Read(("comment", new string('x', 4001))).Problems);
    }

    [Fact]
    public void What_was_not_asked_is_not_kept() => Assert.Equal(["safe"], Answer(Read(("safe", "4"), ("name", "5"))).Scores.Keys);

    [Fact]
    public void The_same_answers_posted_again_keep_their_time_and_are_not_written_anew()
    {
        var earlier = Answer(Read(("safe", "4"))) with { At = Given.Started.AddDays(-1) };
        var again = Read([earlier], ("safe", "4")).Value!;
        Assert.Null(again.Stored<EvaluationAnswer>());
        Assert.Equal(earlier.At, Assert.Single(again.People).Apply(Given.Mentor("m1")).EvaluatedAt);
        Assert.Equal(5, Answer(Read([earlier], ("safe", "5"))).Scores["safe"]);
    }

    private static EvaluationAnswer Answer(Outcome<Effects> read) => read.Value!.Stored<EvaluationAnswer>()!;

    private static Outcome<Effects> Read(params (string Field, string Text)[] posted) => Read([], posted);

    private static Outcome<Effects> Read(IDocument[] earlier, params (string Field, string Text)[] posted) =>
        Given.Decision("evaluation", Given.MatchedCohort(), "m1", posted.ToDictionary(p => p.Field, p => p.Text), 0, null, earlier);
}
