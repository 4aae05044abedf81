using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>Turns answers into a report, under thresholds that are fixed and told to people before they are asked.</summary>
public static class ReportMaker
{
    public const int ScoresNeed = 5;
    public const int CommentsNeed = 10;

    public const string Thresholds =
        "Average scores are shown only from 5 answers on, and comments only when at least 10 people have written one. Smaller numbers "
            + "show as “fewer than 5”.";

    public static Report Make(CohortSnapshot cohort, IReadOnlyList<EvaluationAnswer> answers, DateTimeOffset now)
    {
        var comments = answers.Select(a => a.Comment).Where(c => c.Length > 0).Order(StringComparer.Ordinal).ToList();
        return new Report
        {
            CohortId = cohort.Cohort.CohortId,
            MadeAt = now,
            Asked = cohort.People.Count(p => p.TakesPart && cohort.PairsOf(p.Id).Any()),
            Answered = Count(answers.Count),
            Pairs = cohort.Pairs.Count,
            PairsCompleted = cohort.Pairs.Count(p => p.Completed),
            SessionsHeld = cohort.Pairs.Sum(p => p.Sessions.Values.Count(s => s.Met)),
            Questions = [.. cohort.Scheme.EvaluationQuestions.Select(q => Result(q, answers))],
            Comments = comments.Count >= CommentsNeed ? comments : [],
            Thresholds = Thresholds,
        };
    }

    private static QuestionResult Result(EvaluationQuestion question, IReadOnlyList<EvaluationAnswer> answers)
    {
        var scores = answers.Where(a => a.Scores.ContainsKey(question.Name)).Select(a => a.Scores[question.Name]).ToList();
        double? mean = scores.Count >= ScoresNeed ? Math.Round(scores.Average(), 1) : null;
        return new QuestionResult(question.Name, question.Text, mean, Count(scores.Count));
    }

    private static string Count(int n) => n is > 0 and < ScoresNeed ? "fewer than 5" : n.ToString(CultureInfo.InvariantCulture);
}
