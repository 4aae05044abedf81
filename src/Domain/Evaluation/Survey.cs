using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>The short evaluation: the same questions for both sides, because both should benefit (A1).</summary>
public static class Survey
{
    public const string Comment = "comment";
    public const int CommentLength = 4000;

    public static readonly IReadOnlyList<SurveyQuestion> Questions =
    [
        new("worthwhile", "Taking part was worth my time."),
        new("learned", "I learned something that changes how I work or lead."),
        new("safe", "I could speak openly and felt safe doing so."),
        new("matched", "We were well matched."),
        new("again", "I would recommend taking part to a colleague."),
    ];

    public static readonly IReadOnlyList<SurveyScore> Scores =
        [new(5, "Strongly agree"), new(4, "Agree"), new(3, "Neither agree nor disagree"), new(2, "Disagree"), new(1, "Strongly disagree")];

    /// <summary>Every question may be left out, but not all of them together with the comment.</summary>
    public static Read<EvaluationAnswer> Read(IReadOnlyDictionary<string, string> posted, string cohortId, string personId, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var question in Questions)
        {
            var text = posted.GetValueOrDefault(question.Name, "");
            if (Scores.FirstOrDefault(s => s.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) == text) is { } score)
            {
                scores[question.Name] = score.Value;
            }
            else if (text.Length > 0)
            {
                problems.Add(new Problem(question.Name, "Please choose one of the answers."));
            }
        }

        var comment = posted.GetValueOrDefault(Comment, "").Trim();
        if (comment.Length > CommentLength)
        {
            problems.Add(new Problem(Comment, $"Please shorten this to {CommentLength} characters; it has {comment.Length}."));
        }

        if (scores.Count == 0 && comment.Length == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(Questions[0].Name, "Please answer at least one question, or write a comment."));
        }

        return new Read<EvaluationAnswer>(
            new EvaluationAnswer { CohortId = cohortId, PersonId = personId, Scores = scores, Comment = comment, At = now }, problems);
    }
}

public sealed record SurveyQuestion(string Name, string Text);

public sealed record SurveyScore(int Value, string Label);
