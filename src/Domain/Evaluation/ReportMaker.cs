using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>Turns answers into a report, under thresholds that are fixed and told to people before they are asked.</summary>
public static class ReportMaker
{
    public const int ScoresNeed = 5;
    public const int CommentsNeed = 10;

    /// <summary>Both thresholds, in the words of the scheme's language.</summary>
    public static string Thresholds(Scheme scheme) => scheme.Words.ThresholdsOf(ScoresNeed, CommentsNeed);

    public static Report Make(CohortSnapshot cohort, IReadOnlyList<EvaluationAnswer> answers, DateTimeOffset now)
    {
        var comments = answers.Select(a => a.Comment).Where(c => c.Length > 0).Order(StringComparer.Ordinal).ToList();
        return new Report
        {
            CohortId = cohort.Cohort.CohortId,
            MadeAt = now,
            Asked = cohort.People.Count(p => p.TakesPart && cohort.PairsOf(p.Id).Any()),
            Answered = Count(answers.Count, cohort.Scheme),
            Pairs = cohort.Pairs.Count,
            PairsCompleted = cohort.Pairs.Count(p => p.Completed),
            SessionsHeld = cohort.Pairs.Sum(p => p.Sessions.Values.Count(s => s.Met)),
            Questions = [.. cohort.Scheme.EvaluationQuestions.Select(q => Result(q, answers, cohort.Scheme))],
            Comments = comments.Count >= CommentsNeed ? comments : [],
            Thresholds = Thresholds(cohort.Scheme),
        };
    }

    private static QuestionResult Result(EvaluationQuestion question, IReadOnlyList<EvaluationAnswer> answers, Scheme scheme)
    {
        var scores = answers.Where(a => a.Scores.ContainsKey(question.Name)).Select(a => a.Scores[question.Name]).ToList();
        double? mean = scores.Count >= ScoresNeed ? Math.Round(scores.Average(), 1) : null;
        return new QuestionResult(question.Name, question.Text, mean, Count(scores.Count, scheme));
    }

    private static string Count(int n, Scheme scheme) =>
        n is > 0 and < ScoresNeed ? scheme.Words.FewerThan(ScoresNeed) : n.ToString(CultureInfo.InvariantCulture);
}
