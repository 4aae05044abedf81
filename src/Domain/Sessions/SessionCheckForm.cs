using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Sessions;

/// <summary>"Did you meet?" – yes or no, and nothing about what was said (invariant 7).</summary>
public static class SessionCheckForm
{
    public const string Question = "met";
    private const string Yes = "yes";
    private const string No = "no";

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "session-check",
        Page = "session-check",
        Closes = c => Closing(c.Cohort, c.Pair, c.Link.Number),
        Questions = _ => [new FormQuestion(Question, QuestionKind.Choice) { IsRequired = true, Options = [Yes, No] }],
        Values = c => Of(("session", Of(
            ("number", c.Link.Number),
            ("of", c.Definition.Sessions.Count),
            ("closes", c.When(Closing(c.Cohort, c.Pair, c.Link.Number)))))),
        Receipt = c => Said(c) is { } met
            ? new FormReceipt(met ? Yes : No, c.Pair!.AnsweredAt(c.Person.Id, c.Link.Number) ?? c.Now, CanChange: true) { AsksAgain = !met }
            : null,
        Recorded = c => Said(c) is { } met
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [Question] = met ? Yes : No }
            : FormDeclaration.NoAnswer,
        Decide = Decide,
        AskedNow = AskedNow,
    };

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var answer = posted.GetValueOrDefault(Question, "");
        if (answer is not (Yes or No))
        {
            return FormDeclaration.Refuse(Question, "missing");
        }

        var met = answer == Yes;
        return c.Pair is not { } pair || Said(c) == met
            ? Effects.Nothing
            : Effects.Write(Effects.Change(pair, stored => stored.Answer(c.Person.Id, c.Link.Number, met, c.Now)));
    }

    private static bool? Said(FormContext c) => c.Pair?.AnswerOf(c.Person.Id, c.Link.Number);

    /// <summary>Whoever named a late date has a week after it to say that they met (UTC).</summary>
    internal static DateTimeOffset Closing(CohortSnapshot cohort, Pair? pair, int session)
    {
        var plan = cohort.Definition.Sessions;
        var (closes, end) = (cohort.Instant(plan.Closes(session)), cohort.Instant(plan.Closes(plan.Count)));
        return pair?.DateOf(session) is { } date && cohort.Instant(date.At.AddDays(7)) is var late && late > closes
            ? late < end ? late : end
            : closes;
    }

    private static IEnumerable<AskedForm> AskedNow(Person person, CohortSnapshot cohort, DateTimeOffset now) =>
        from k in Enumerable.Range(1, cohort.Definition.Sessions.Count)
        let pair = cohort.PairsOf(person.Id).FirstOrDefault(p => p is { IsRunning: true, IsPaused: false } && !p.HasMet(k))
        let closes = Closing(cohort, pair, k)
        where pair is not null && now >= closes.AddDays(-cohort.Definition.Sessions.CheckDaysBeforeClose) && now < closes
        select new AskedForm(Urgency: 4, Place: 1) { Number = k, PairId = pair.Id };
}
