using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Reflections;

/// <summary>The reflection after a session (T7): acknowledged or declined; writing is optional, and whoever writes says for whom.</summary>
public static class ReflectionForm
{
    public const string Choice = "choice";
    public const string Text = "text";
    public const string For = "readers";
    public const string Acknowledge = "acknowledge";
    public const string Decline = "decline";
    public const string OnlyMe = "only-me";
    public const string MyPartner = "my-partner";
    public const int TextLength = 8000;
    public const string PulseField = "pulse";

    /// <summary>After which sessions it is asked whether people feel safe and heard (A5).</summary>
    public static readonly IReadOnlyList<int> PulseAfter = [1, 3];

    private static readonly Dictionary<string, Pulse> Pulses =
        Enum.GetValues<Pulse>().ToDictionary(p => p.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "reflection",
        Page = "reflection",
        KeepsDrafts = true,
        Closes = Closing,
        Reads = c => [new Need.One<Reflection>(Reflection.DocumentIdOf(c.Person.Id, c.Link.Number))],
        Questions = c =>
        [
            .. AsksPulse(c.Definition, c.Link.Number)
                ? [new FormQuestion(PulseField, QuestionKind.Choice) { Options = [.. Pulses.Keys] }]
                : Array.Empty<FormQuestion>(),
            .. LookingBack.Questions(c.Definition, c.Link.Number),
            new FormQuestion(Choice, QuestionKind.Choice) { IsRequired = true, Options = [Acknowledge, Decline] },
            new FormQuestion(Text, QuestionKind.LongText) { MaxLength = TextLength },
            new FormQuestion(For, QuestionKind.Choice) { Options = [OnlyMe, MyPartner] },
        ],
        Values = c => Of(("reflection", Of(
            ("number", c.Link.Number),
            ("of", c.Definition.Sessions.Count),
            ("closes", c.When(Closing(c)!.Value)),
            ("prompts", c.Cohort.Scheme.ReflectionPrompts)))),
        Receipt = c => c.Person.Reflected.TryGetValue(c.Link.Number, out var at) ? new FormReceipt("receipt", at, CanChange: true) : null,
        Recorded = Recorded,
        Decide = Decide,
        Reading = Readings.OfPair,
        AskedNow = AskedNow,
    };

    /// <summary>Only where somebody is named who looks at it.</summary>
    private static bool AsksPulse(CohortDefinition definition, int number) =>
        PulseAfter.Contains(number) && definition.Safeguarding.Any();

    private static DateTimeOffset? Closing(FormContext c) => c.Cohort.Instant(ReflectionSteps.Window(c.Definition, c.Link.Number));

    private static Dictionary<string, string> Recorded(FormContext c)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (c.Read.One<Reflection>() is { } earlier)
        {
            typed[Choice] = earlier.Declined ? Decline : Acknowledge;
            typed[Text] = earlier.Text;
            typed[PulseField] = c.Person.Pulses.TryGetValue(c.Link.Number, out var pulse) ? pulse.ToString().ToLowerInvariant() : "";
            foreach (var (field, value) in LookingBack.Recorded(c.Person.LookBacks.GetValueOrDefault(c.Link.Number)))
            {
                typed[field] = value;
            }

            typed[For] = earlier.Text.Length == 0 ? "" : earlier.Readers == Readers.MyPartner ? MyPartner : OnlyMe;
        }

        return typed;
    }

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var text = posted.GetValueOrDefault(Text, "").Trim();
        var choice = posted.GetValueOrDefault(Choice, "");
        var readers = posted.GetValueOrDefault(For, "");
        var problems = Problems(choice, text, readers).ToList();
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var written = new Reflection
        {
            CohortId = c.Link.CohortId,
            AuthorId = c.Person.Id,
            Number = c.Link.Number,
            Declined = choice == Decline,
            Readers = readers == MyPartner ? Readers.MyPartner : Readers.OnlyMe,
            Text = text,
            At = c.Now,
        };
        var earlier = c.Read.One<Reflection>();
        var isTheSame = earlier is not null && earlier with { At = written.At } == written;
        var at = isTheSame ? earlier!.At : c.Now;
        Pulse? felt = AsksPulse(c.Definition, c.Link.Number) && Pulses.TryGetValue(posted.GetValueOrDefault(PulseField, ""), out var said)
            ? said
            : null;
        var looked = LookingBack.Said(c.Definition, c.Link.Number, posted);
        var noted = Effects.Change(c.Person, p => p.Reflect(c.Link.Number, at).Feel(c.Link.Number, felt).Look(c.Link.Number, looked));
        var effects = isTheSame ? Effects.Write(noted) : Effects.Write(Effects.Put(written), noted);
        // Told once, however often it is sent: the email has the same id.
        return looked?.Going == Going.Speak ? effects with { Mails = [ReflectionEmails.WishOf(c)] } : effects;
    }

    private static IEnumerable<Problem> Problems(string choice, string text, string readers)
    {
        if (choice is not (Acknowledge or Decline))
        {
            yield return new Problem(Choice, "missing");
        }

        if (text.Length > TextLength)
        {
            yield return new Problem(Text, "too_long");
        }

        if (choice == Decline && text.Length > 0)
        {
            yield return new Problem(Choice, "both");
        }

        if (readers is not (OnlyMe or MyPartner) && (text.Length > 0 || readers.Length > 0))
        {
            yield return new Problem(For, "missing");
        }
    }

    private static IEnumerable<AskedForm> AskedNow(Person person, CohortSnapshot cohort, DateTimeOffset now) =>
        from k in Enumerable.Range(1, cohort.Definition.Sessions.Count)
        where cohort.InScheme(person) && !person.Reflected.ContainsKey(k)
            && now >= cohort.Instant(cohort.Definition.Sessions.Closes(k))
            && now < cohort.Instant(ReflectionSteps.Window(cohort.Definition, k))
        select new AskedForm(Urgency: 4, Place: 2) { Number = k };
}
