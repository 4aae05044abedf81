using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Tests.Support;

namespace ReverseMentoring.Domain.Tests.Evaluation;

/// <summary>Cohorts of matched people who are asked for an evaluation, and what they answer.</summary>
internal static class Asked
{
    /// <param name="people">2 or more; where they are odd, one reverse mentee has two reverse mentors.</param>
    public static CohortSnapshot Cohort(int people)
    {
        var pairs = Enumerable.Range(1, (people + 1) / 2).Select(n => (Mentor: $"m{n}", Mentee: $"j{Math.Min(n, people / 2)}")).ToArray();
        var cohort = Given.Cohort() with
        {
            People =
            [
                .. pairs.Select(p => Given.Mentor(p.Mentor)),
                .. pairs.Select(p => p.Mentee).Distinct(StringComparer.Ordinal).Select(Given.Mentee),
            ],
        };
        return cohort.AllAnswered().Released(pairs);
    }

    public static CohortSnapshot About(this CohortSnapshot cohort, string question) => cohort with
    {
        Scheme = cohort.Scheme with { EvaluationQuestions = [.. cohort.Scheme.EvaluationQuestions.Where(q => q.Name == question)] },
    };

    /// <param name="scores">Of each person in turn, to one question; 0 for one who said nothing.</param>
    public static Report Report(this CohortSnapshot cohort, string question, IReadOnlyList<int> scores) => ReportMaker.Make(
        cohort,
        [.. scores.Index().Where(s => s.Item > 0).Select(s => Answer(
            cohort.People[s.Index].Id, new Dictionary<string, int>(StringComparer.Ordinal) { [question] = s.Item }))],
        Given.Started);

    public static EvaluationAnswer Answer(string person, IReadOnlyDictionary<string, int> scores, string comment = "") => new()
    {
        CohortId = "c",
        PersonId = person,
        Scores = scores,
        Comment = comment,
        At = Given.Started,
    };
}
