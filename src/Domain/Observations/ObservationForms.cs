using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Observations;

/// <summary>
/// The card of an observation: written by the reverse mentor after a meeting at which they sat in, read by the two alone. It asks about
/// what could be seen there, and has no place for what was said in a session.
/// </summary>
public static class ObservationForms
{
    private const string Helped = "helped";
    private const string LeftOut = "left_out";
    private const string Try = "try";
    private const string Clear = "clear";
    private const int TextLength = 1500;

    internal static IReadOnlyList<FormDeclaration> All => [Write, Read];

    public static readonly FormDeclaration Write = new()
    {
        Key = "observation",
        Page = "observation",
        IsConfidential = true,
        ClosedBecause = c => c.Pair is { IsRunning: true } pair && MayObserve(c, pair) ? null : "ended",
        Questions = _ =>
        [
            new FormQuestion(Helped, QuestionKind.LongText) { IsRequired = true, MaxLength = TextLength },
            new FormQuestion(LeftOut, QuestionKind.LongText) { MaxLength = TextLength },
            new FormQuestion(Try, QuestionKind.LongText) { MaxLength = TextLength },
            new FormQuestion(Clear, QuestionKind.Checkbox) { IsRequired = true },
        ],
        Values = c => Of(("about", c.Cohort.Scheme.Observation ?? "")),
        AtOnce = _ => "receipt",
        Decide = Decide,
    };

    public static readonly FormDeclaration Read = new()
    {
        Key = "observation-card",
        Page = "observation-card",
        IsOnlyRead = true,
        Reading = new FormReading("observation-card", "reading")
        {
            Reads = c => c.Pair is { } pair && pair.Includes(c.Person.Id)
                ? [new Need.Owned<ObservationCard>(pair.MentorId, ObservationCard.DocumentKind)]
                : [],
            Values = c => Of(
                ("own", c.Pair?.MentorId == c.Person.Id),
                ("cards", c.Read.All<ObservationCard>().Where(o => o.PairId == c.Link.PairId).OrderByDescending(o => o.At).Select(o => Of(
                    ("at", c.When(o.At)), ("helped", o.Helped), ("left_out", o.LeftOut), ("try", o.Try))).ToList())),
        },
    };

    /// <summary>To the reverse mentee: there is a card. What it says stands behind the link.</summary>
    public static readonly EmailDeclaration Email = new("observation-card")
    {
        KeepsQuiet = true,
        IsConfidential = _ => true,
        Form = Read,
        WhyNot = c => c.Pair is { IsRunning: true } ? null : "the pair has ended",
    };

    /// <summary>The scheme knows observations, and the person is the reverse mentor of the pair.</summary>
    public static bool MayObserve(FormContext c, Pair pair) => c.Cohort.Scheme.Observation is not null && pair.MentorId == c.Person.Id;

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        string Text(string field) => posted.GetValueOrDefault(field, "").Trim().ReplaceLineEndings("\n");
        var problems = new[] { Helped, LeftOut, Try }.Where(f => Text(f).Length > TextLength).Select(f => new Problem(f,
            "too_long")).ToList();
        if (Text(Helped).Length == 0)
        {
            problems.Add(new Problem(Helped, "missing"));
        }

        if (posted.GetValueOrDefault(Clear) != "yes")
        {
            problems.Add(new Problem(Clear, "missing"));
        }

        return problems.Count > 0 ? Refusal.Invalid(problems) : Given(c, c.Pair!, Text(Helped), Text(LeftOut), Text(Try));
    }

    private static Effects Given(FormContext c, Pair pair, string helped, string leftOut, string tried)
    {
        var card = new ObservationCard
        {
            CohortId = c.Link.CohortId,
            PairId = pair.Id,
            PersonId = c.Person.Id,
            Helped = helped,
            LeftOut = leftOut,
            Try = tried,
            At = c.Now,
        };
        return new Effects
        {
            Writes = [Effects.Create(card)],
            Mails = [OutboxMail.Planned(card.CohortId, card.Id, Email.Template, pair.MenteeId, c.Now, pair.Id)],
        };
    }
}
