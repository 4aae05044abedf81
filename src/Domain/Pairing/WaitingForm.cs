using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Whether somebody for whom no match came about wishes to be considered again.</summary>
public static class WaitingForm
{
    public const string Choice = "choice";
    public const string Wait = "wait";
    public const string Stop = "stop";

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "waiting-list",
        Page = "waiting-list",
        Closes = c => Rematching.Until(c.Cohort),
        ClosedBecause = c => c.Now >= Rematching.Until(c.Cohort) ? "closed"
            : c.Cohort.PairsOf(c.Person.Id).Any(p => p.IsRunning) ? "has_match"
            : null,
        IsOffered = (cohort, now) => now < Rematching.Until(cohort),
        Questions = _ => [new FormQuestion(Choice, QuestionKind.Choice) { IsRequired = true, Options = [Wait, Stop] }],
        Values = c => Of(("until", c.When(Rematching.Until(c.Cohort)))),
        Receipt = c => c.Person.WaitingAnsweredAt is { } at ? new FormReceipt(Recorded(c)!, at, CanChange: true) : null,
        Recorded = c => Recorded(c) is { } choice
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [Choice] = choice }
            : FormDeclaration.NoAnswer,
        Decide = Decide,
        AskedNow = (person, cohort, now) =>
            person.MentoringEndedAt is not null && now < Rematching.Until(cohort) && !cohort.PairsOf(person.Id).Any(p => p.IsRunning)
                ? [new AskedForm(Urgency: 3)]
                : [],
    };

    private static string? Recorded(FormContext c) =>
        c.Person.WaitingAnsweredAt is null ? null
        : c.Person.WaitingSince is null ? Stop
        : Wait;

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var choice = posted.GetValueOrDefault(Choice, "");
        return choice is Wait or Stop
            ? Effects.Write(Effects.Change(c.Person, p => p.AnswerWaiting(choice == Wait, c.Now)))
            : FormDeclaration.Refuse(Choice, "missing");
    }
}
