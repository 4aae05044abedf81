using CsCheck;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Evaluation;

/// <summary>An attacker knows all that is published, how it is made, and their own answers.</summary>
public class ReportDisclosureTests
{
    private const int SaidNothing = 0;
    private static readonly int[] Scores = [1, 2, 3, 4, 5];

    /// <summary>
    /// Every cohort of that size: for whoever knows one answer, or none, each other person may have said nothing, or may have given one of
    /// at least two scores; of these also for whoever has heard how many answered.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(12)]
    public void Nothing_that_is_published_tells_one_persons_score_or_whether_they_gave_one(int asked)
    {
        var cohort = Asked.Cohort(asked).About("safe");
        var reports = Multisets(asked, SaidNothing).GroupBy(all => Published(cohort.Report("safe", all)), StringComparer.Ordinal);
        foreach (var report in reports)
        {
            var possible = report.ToList();
            Assert.True(LeavesOpen(possible.SelectMany(all => all)), $"{asked} asked: {report.Key}");
            foreach (var own in possible.SelectMany(all => all).Distinct())
            {
                var others = possible.Where(all => all.Contains(own)).SelectMany(all => Without(all, own));
                Assert.True(LeavesOpen(others), $"{asked} asked, own answer {own}: {report.Key}");
                foreach (var number in possible.Where(all => all.Contains(own)).GroupBy(all => all.Count(a => a != SaidNothing)))
                {
                    var scores = number.SelectMany(all => Without(all, own)).Where(a => a != SaidNothing).ToHashSet();
                    Assert.True(scores.Count != 1, $"{number.Key} of {asked}, own answer {own}: {report.Key}");
                }
            }
        }
    }

    /// <summary>
    /// All questions and the comments at once: another score of that person, and perhaps of one more, gives the very same report.
    /// </summary>
    [Fact]
    public void In_any_cohort_every_score_could_be_another_one_and_the_report_the_same() =>
        Cohorts.Sample(
            c =>
            {
                var cohort = Asked.Cohort(c.Length);
                var questions = cohort.Scheme.EvaluationQuestions.Select(q => q.Name).ToList();
                var answers = c.Select((a, i) => Asked.Answer(
                    cohort.People[i].Id,
                    questions.Zip(a.Scores, (Name, Score) => (Name, Score)).Where(x => x.Score != SaidNothing)
                        .ToDictionary(x => x.Name, x => x.Score, StringComparer.Ordinal),
                    a.Comments ? $"Comment {i}" : "")).ToArray();
                var published = Published(ReportMaker.Make(cohort, answers, Given.Started));
                foreach (var (person, question) in answers.SelectMany((a, i) => a.Scores.Keys.Select(q => (i, q))))
                {
                    Assert.True(
                        Alternatives(answers, person, question).Any(
                            other => Published(ReportMaker.Make(cohort, other, Given.Started)) == published),
                        $"The report tells what person {person} of {c.Length} said to {question}: {published}");
                }
            },
            iter: 60);

    private static Gen<(int[] Scores, bool Comments)[]> Cohorts =>
        from people in Gen.Int[2, 14]
        from usual in Gen.Int[1, 5]
        from all in Gen.Select(Gen.Frequency((4, Gen.Const(usual)), (2, Gen.Int[1, 5]), (1, Gen.Const(SaidNothing))).Array[6], Gen.Bool)
            .Array[people]
        select all;

    private static IEnumerable<EvaluationAnswer[]> Alternatives(EvaluationAnswer[] answers, int person, string question) =>
        from score in Scores
        where score != answers[person].Scores[question]
        from other in Enumerable.Range(0, answers.Length)
        where answers[other].Scores.ContainsKey(question)
        from otherScore in Scores
        where other != person || otherScore == score
        select With(With(answers, person, question, score), other, question, otherScore);

    private static EvaluationAnswer[] With(EvaluationAnswer[] answers, int person, string question, int score) =>
        [.. answers.Select((a, i) => i != person
            ? a
            : a with { Scores = new Dictionary<string, int>(a.Scores, StringComparer.Ordinal) { [question] = score } })];

    private static bool LeavesOpen(IEnumerable<int> answers) =>
        answers.ToHashSet() is var possible && possible.Contains(SaidNothing) && possible.Count(a => a != SaidNothing) >= 2;

    private static IEnumerable<int> Without(int[] all, int own) => all.Where((_, i) => i != Array.IndexOf(all, own));

    private static string Published(Report report) => string.Join(
        " / ",
        [
            $"{report.Asked} {report.Answered} {report.Pairs} {report.PairsCompleted} {report.SessionsHeld}",
            .. report.Questions.Select(q => $"{q.Name} {q.Mean} {q.Answers}"),
            .. report.Comments,
        ]);

    /// <summary>All ways in which so many people can have answered, whoever it was.</summary>
    private static IEnumerable<int[]> Multisets(int people, int from) =>
        people == 0
            ? [[]]
            : Enumerable.Range(from, 6 - from).SelectMany(first => Multisets(people - 1, first).Select(rest => (int[])[first, .. rest]));
}
