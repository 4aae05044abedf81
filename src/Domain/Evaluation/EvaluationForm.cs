using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Evaluation;

/// <summary>
/// The short evaluation: the same questions for both sides, because both should benefit (A1). The thresholds are shown before anything is
/// asked.
/// </summary>
public static class EvaluationForm
{
    public const string Comment = "comment";
    public const int CommentLength = 4000;

    /// <summary>5 (very much) to 1 (not at all), as they are posted.</summary>
    private static readonly string[] Scores = ["5", "4", "3", "2", "1"];

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "evaluation",
        Page = "evaluation",
        KeepsDrafts = true,
        Closes = c => Closing(c.Cohort),
        Reads = c => [new Need.One<EvaluationAnswer>(EvaluationAnswer.DocumentIdOf(c.Person.Id))],
        Questions = c =>
        [
            .. c.Cohort.Scheme.EvaluationQuestions.Select(
                q => new FormQuestion(q.Name, QuestionKind.Choice) { Label = q.Text, Options = Scores }),
            new FormQuestion(Comment, QuestionKind.LongText) { MaxLength = CommentLength },
        ],
        Values = c => Of(("evaluation", Of(
            ("closes", c.When(Closing(c.Cohort))), ("minutes", 5), ("thresholds", ReportMaker.Thresholds(c.Cohort.Scheme))))),
        Receipt = c => c.Person.EvaluatedAt is { } at ? new FormReceipt("receipt", at, CanChange: true) : null,
        Recorded = Recorded,
        Decide = Decide,
        AskedNow = (person, cohort, now) =>
            now >= cohort.Instant(cohort.Definition.Evaluation.Opens)
                && now < Closing(cohort) && person.EvaluatedAt is null && cohort.PairsOf(person.Id).Any()
                ? [new AskedForm(Urgency: 5)]
                : [],
    };

    private static DateTimeOffset Closing(CohortSnapshot cohort) => cohort.Instant(cohort.Definition.Evaluation.Closes);

    private static Dictionary<string, string> Recorded(FormContext c)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (c.Read.One<EvaluationAnswer>() is { } earlier)
        {
            foreach (var (question, score) in earlier.Scores)
            {
                typed[question] = score.ToString(CultureInfo.InvariantCulture);
            }

            typed[Comment] = earlier.Comment;
        }

        return typed;
    }

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var problems = new List<Problem>();
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        var questions = c.Cohort.Scheme.EvaluationQuestions.Select(q => q.Name).ToList();
        foreach (var question in questions)
        {
            var text = posted.GetValueOrDefault(question, "");
            if (Scores.Contains(text))
            {
                scores[question] = int.Parse(text, CultureInfo.InvariantCulture);
            }
            else if (text.Length > 0)
            {
                problems.Add(new Problem(question, "no_such_answer"));
            }
        }

        var comment = posted.GetValueOrDefault(Comment, "").Trim();
        if (comment.Length > CommentLength)
        {
            problems.Add(new Problem(Comment, "too_long"));
        }

        if (scores.Count == 0 && comment.Length == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(questions.Count > 0 ? questions[0] : Comment, "nothing_said"));
        }

        return problems.Count > 0
            ? Refusal.Invalid(problems)
            : Record(c, new EvaluationAnswer
            {
                CohortId = c.Link.CohortId,
                PersonId = c.Person.Id,
                Scores = scores,
                Comment = comment,
                At = c.Now,
            });
    }

    private static Effects Record(FormContext c, EvaluationAnswer answer)
    {
        var earlier = c.Read.One<EvaluationAnswer>();
        var isTheSame = earlier is not null && IsSame(earlier, answer);
        var at = isTheSame ? earlier!.At : c.Now;
        var noted = Effects.Change(c.Person, p => p.Evaluate(at));
        return isTheSame ? Effects.Write(noted) : Effects.Write(Effects.Put(answer), noted);
    }

    private static bool IsSame(EvaluationAnswer one, EvaluationAnswer other) =>
        one.Comment == other.Comment && one.Scores.Count == other.Scores.Count
        && one.Scores.All(s => other.Scores.GetValueOrDefault(s.Key) == s.Value);
}
