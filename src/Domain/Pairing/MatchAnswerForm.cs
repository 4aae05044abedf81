using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// "Do you agree to this match?" A choice that starts unselected and a button. It shows nothing of the other person: the email did. No
/// reason is
/// asked, and there is nowhere to write one.
/// </summary>
public static class MatchAnswerForm
{
    public const string Choice = "choice";
    public const string Agree = "agree";
    public const string DeclineAndWait = "decline-and-wait";
    public const string DeclineAndStop = "decline-and-stop";

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "match-offer",
        Page = "match-offer",
        IsConfidential = true,
        LinkOutlivesForm = true,
        TakesRepeatsWhenClosed = true,
        Closes = c => QuestionOf(c)?.AnswerBy,
        ClosedBecause = c => c.Offer is not { IsOpen: true } || c.Now >= QuestionOf(c)!.AnswerBy || c.Cohort.Cohort.CancelledAt is not null
            ? "closed"
            : null,
        Questions =
            _ => [new FormQuestion(Choice, QuestionKind.Choice) { IsRequired = true, Options = [Agree, DeclineAndWait, DeclineAndStop] }],
        Values = c => Of(("answer_by", c.When(QuestionOf(c)?.AnswerBy ?? c.Now))),
        Receipt = Receipt,
        Recorded = c => Recorded(c) is { } choice
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [Choice] = choice }
            : FormDeclaration.NoAnswer,
        Decide = Decide,
        AskedNow = (person, cohort, now) =>
            cohort.Offers.FirstOrDefault(o => o.IsOpen && o.Includes(person.Id)
                && o.QuestionOf(person.Id) is { Answer: ConsentAnswer.None, AnswerBy: { } by } && now < by) is { } offer
                ? [new AskedForm(Urgency: 2) { PairId = offer.PairId }]
                : [],
    };

    private static ConsentQuestion? QuestionOf(FormContext c) => c.Offer?.QuestionOf(c.Person.Id);

    /// <remarks>A match that came to nothing has a receipt only for the person who declined: "closed" looks the same whatever the
    /// cause.</remarks>
    private static FormReceipt? Receipt(FormContext c) => QuestionOf(c) switch
    {
        { Answer: ConsentAnswer.Declined, AnsweredAt: { } at } => new FormReceipt(Recorded(c)!, at, CanChange: false),
        { Answer: ConsentAnswer.Agreed, AnsweredAt: { } at } when c.Offer!.IsOpen || c.Offer.IsAgreed =>
            new FormReceipt(Agree, at, CanChange: true),
        _ => null,
    };

    private static string? Recorded(FormContext c) => (QuestionOf(c)?.Answer ?? ConsentAnswer.None) switch
    {
        ConsentAnswer.Agreed => Agree,
        ConsentAnswer.Declined => QuestionOf(c)!.WouldWait ? DeclineAndWait : DeclineAndStop,
        ConsentAnswer.None => null,
        var other => throw new InvalidOperationException($"There is no choice for {other}."),
    };

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var choice = posted.GetValueOrDefault(Choice, "");
        if (choice is not (Agree or DeclineAndWait or DeclineAndStop) || c.Offer is not { } offer)
        {
            return FormDeclaration.Refuse(Choice, "missing");
        }

        return Effects.Write(Effects.Change(offer, stored => choice == Agree
            ? stored.Answered(c.Person.Id, ConsentAnswer.Agreed, c.Now)
            : stored.Declined(c.Person.Id, choice == DeclineAndWait, c.Now)));
    }
}
