using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Reflections;

public static class ReflectionEmails
{
    /// <summary>Days to write that are left when the email comes.</summary>
    private const int LeastDays = 5;

    internal static IReadOnlyList<EmailDeclaration> All => [Opening, Reminder, Wish];

    /// <summary>With the next session's letter, where that leaves enough days to write.</summary>
    public static readonly EmailDeclaration Opening = new("reflection-opening")
    {
        Form = ReflectionForm.Declaration,
        MayWaitUntil = (mail, cohort) => cohort.Instant(
            ReflectionSteps.Window(cohort.Definition, mail.Number).AddDays(-LeastDays)),
        EndsWithCancellation = true,
        WhyNot = WhyNotAsk,
        Values = Reflection,
    };

    public static readonly EmailDeclaration Reminder = new("reflection-reminder")
    {
        Form = ReflectionForm.Declaration,
        EndsWithCancellation = true,
        MayBePaused = true,
        IsRepeat = true,
        WhyNot = WhyNotAsk,
        Values = Reflection,
    };

    /// <summary>To the coordinator: somebody wishes to speak about their pairing (A6). Their partner is not told.</summary>
    public static readonly EmailDeclaration<WishFacts> Wish = new("midway-wish")
    {
        WhyNotWith = (c, facts) => c.Cohort.FindPerson(facts.PersonId) is not { TakesPart: true } person ? "they have left"
            : person.LookBacks.Values.All(b => b.Going != Going.Speak) ? "they took it back"
            : null,
        ValuesWith = (c, facts) => Of(("person", c.Cohort.FindPerson(facts.PersonId) is { } person
            ? Of(("name", person.Name), ("contact", MailOrText(person.Email)))
            : null)),
    };

    internal static OutboxMail WishOf(FormContext c) => Wish.With(
        OutboxMail.Planned(c.Link.CohortId, $"midway-{c.Person.Id}", Wish.Template, OutboxMail.CoordinatorId, c.Now),
        new WishFacts(c.Person.Id));

    private static string? WhyNotAsk(EmailContext c) =>
        c.Person!.Reflected.ContainsKey(c.Mail.Number) ? "answered meanwhile"
        : c.IsPast(ReflectionSteps.Window(c.Definition, c.Mail.Number)) ? "the window has closed"
        : null;

    private static Dictionary<string, object?> Reflection(EmailContext c) => Of(("reflection", Of(
        ("number", c.Mail.Number),
        ("of", c.Definition.Sessions.Count),
        ("closes", c.When(ReflectionSteps.Window(c.Definition, c.Mail.Number))),
        ("prompts", c.Scheme.ReflectionPrompts))));
}

/// <param name="PersonId">Who wishes to speak.</param>
public sealed record WishFacts(string PersonId);
