using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>
/// Turns answers into a report, under thresholds that are fixed and told to people before they are asked. What is too near to telling
/// something about one person is left out or told roughly (<see cref="Disclosure"/>).
/// </summary>
public static class ReportMaker
{
    public const int ScoresNeed = Disclosure.Step;
    public const int CommentsNeed = 2 * Disclosure.Step;

    /// <summary>All thresholds, in the words of the scheme's language.</summary>
    public static string Thresholds(Scheme scheme) => scheme.Words.ThresholdsOf(ScoresNeed, CommentsNeed);

    public static Report Make(CohortSnapshot cohort, IReadOnlyList<EvaluationAnswer> answers, DateTimeOffset now)
    {
        var asked = cohort.People.Where(p => p.TakesPart && cohort.PairsOf(p.Id).Any()).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var counted = answers.Where(a => asked.Contains(a.PersonId)).ToList();
        var comments = counted.Select(a => a.Comment).Where(c => c.Length > 0).Order(StringComparer.Ordinal).ToList();
        string Told(int number, int of) => ReportMaker.Told(number, of, cohort.Scheme);
        return new Report
        {
            CohortId = cohort.Cohort.CohortId,
            MadeAt = now,
            Asked = asked.Count,
            Answered = Told(counted.Count, asked.Count),
            Pairs = cohort.Pairs.Count,
            PairsCompleted = Told(cohort.Pairs.Count(p => p.Completed), cohort.Pairs.Count),
            SessionsHeld = Told(cohort.Pairs.Sum(Held), cohort.Pairs.Count * cohort.Definition.Sessions.Count),
            Questions = [.. cohort.Scheme.EvaluationQuestions.Select(q => Result(q, counted, asked.Count, cohort.Scheme))],
            Comments = comments.Count >= CommentsNeed && Disclosure.Spares(comments.Count, asked.Count) ? comments : [],
            Thresholds = Thresholds(cohort.Scheme),
        };
    }

    /// <summary>A number of people as it is told, so that it tells of none of them.</summary>
    public static string Told(int number, int of, Scheme scheme) => InWords(Disclosure.BandOf(number, of), scheme);

    private static int Held(Pair pair) => pair.Sessions.Values.Count(s => s.Met);

    private static QuestionResult Result(EvaluationQuestion question, List<EvaluationAnswer> answers, int asked, Scheme scheme)
    {
        var scores = answers.Where(a => a.Scores.ContainsKey(question.Name)).Select(a => a.Scores[question.Name]).ToList();
        var band = Disclosure.BandOf(scores.Count, asked);
        return new QuestionResult(
            question.Name, question.Text, InWords(Disclosure.MeanOf(scores, band), scheme), InWords(band, scheme));
    }

    private static string InWords(Band? band, Scheme scheme) => band switch
    {
        null => scheme.Words.NotShown,
        { From: 0, To: { } to } => scheme.Words.FewerThan(to + 1),
        { To: { } to } => scheme.Words.Between(band.From, to),
        _ => scheme.Words.AtLeast(band.From),
    };

    private static string InWords(RoundedMean? mean, Scheme scheme) => mean switch
    {
        null => scheme.Words.NotShown,
        { Bound: Bound.OrMore } => scheme.Words.AtLeast(mean.Mean),
        { Bound: Bound.OrLess } => scheme.Words.AtMost(mean.Mean),
        _ => scheme.Words.NumberOf(mean.Mean),
    };
}
