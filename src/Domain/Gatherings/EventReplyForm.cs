using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Gatherings;

/// <summary>"Are you coming?" – yes or no, to the date as it stands; of a kind of gathering each has a form of its own.</summary>
public static class EventReplyForm
{
    public const string Question = "comes";

    /// <summary>The gathering's sequence when the page was made.</summary>
    public const string Seen = "seen";

    private const string Yes = "yes";
    private const string No = "no";

    internal static FormDeclaration Of(GatheringKind kind) => new()
    {
        Key = $"{kind.Key}-reply",
        Page = "event-reply",
        Closes = c => Asked(kind, c) is { } e ? c.Cohort.Instant(e.At) : c.Now,
        ClosedBecause = c => Asked(kind, c) is not { IsCancelled: false } e ? "called_off"
            : c.Now >= c.Cohort.Instant(e.At) ? "closed"
            : null,
        Questions = c =>
        [
            new FormQuestion(Question, QuestionKind.Choice) { IsRequired = true, Options = [Yes, No] },
            new FormQuestion(Seen, QuestionKind.Seen) { Seen = SequenceOf(Asked(kind, c)) },
        ],
        Values = c => Asked(kind, c) is { } e
            ? TemplateValues.Of(("event", TemplateValues.Of(
                ("name", e.Name), ("when", c.When(c.Cohort.Instant(e.At))), ("where", e.Where), ("about", e.About),
                ("minutes", e.Minutes), ("moved", IsMoved(c.Person, e)))))
            : TemplateValues.Of(("event", null)),
        Receipt = c => Asked(kind, c) is { } e && Said(c.Person, e) is { Comes: { } comes, RepliedAt: { } at }
            ? new FormReceipt(comes ? Yes : No, at, CanChange: true)
            : null,
        Recorded = c => Asked(kind, c) is { } e && Said(c.Person, e) is { Comes: { } comes }
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [Question] = comes ? Yes : No, [Seen] = SequenceOf(e) }
            : FormDeclaration.NoAnswer,
        Decide = (c, posted) => Decide(kind, c, posted),
        AskedNow = (person, cohort, now) =>
            from e in cohort.Definition.Events
            where e.Kind == kind.Kind && !e.IsCancelled && now < cohort.Instant(e.At)
                && cohort.Cohort.HasDone(GatheringSteps.InvitationId(e))
                && kind.Invites(person, e, cohort) && Said(person, e) is null
            select new AskedForm(Urgency: 6) { Number = e.Number },
    };

    /// <summary>What somebody said of a gathering as it stands; null: nothing, or of an earlier date.</summary>
    public static GatheringPart? Said(Person person, CohortEvent gathering) =>
        person.Gatherings.GetValueOrDefault(gathering.StepName()) is { Comes: not null } part && part.Sequence >= gathering.AskedSince
            ? part
            : null;

    private static bool IsMoved(Person person, CohortEvent gathering) =>
        person.Gatherings.GetValueOrDefault(gathering.StepName()) is { Comes: not null } && Said(person, gathering) is null;

    private static CohortEvent? Asked(GatheringKind kind, FormContext c) =>
        c.Definition.Events.FirstOrDefault(e => e.Kind == kind.Kind && e.Number == c.Link.Number);

    private static string SequenceOf(CohortEvent? gathering) =>
        (gathering?.AskedSince ?? 0).ToString(CultureInfo.InvariantCulture);

    private static Outcome<Effects> Decide(GatheringKind kind, FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var gathering = Asked(kind, c)!;
        var answer = posted.GetValueOrDefault(Question, "");
        if (answer is not (Yes or No))
        {
            return FormDeclaration.Refuse(Question, "missing");
        }

        if (posted.TryGetValue(Seen, out var seen) && seen != SequenceOf(gathering))
        {
            return FormDeclaration.Refuse(Question, "moved");
        }

        var comes = answer == Yes;
        return Said(c.Person, gathering)?.Comes == comes
            ? Effects.Nothing
            : Effects.Write(Effects.Change(
                c.Person, stored => stored.Reply(gathering.StepName(), comes, gathering.Sequence, c.Now)));
    }
}
