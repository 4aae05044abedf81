using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Sessions;

public static class SessionEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Opening, Check, Nudge, Missed];

    public static readonly EmailDeclaration Opening = new("session-opening")
    {
        WhyNot = WhyNotMeet,
        Values = c => Of(("session", Session(c)), ("partner", Of(("name", c.Partner?.GoesBy)))),
    };

    public static readonly EmailDeclaration Check = new("session-check")
    {
        Form = SessionCheckForm.Declaration,
        WhyNot = WhyNotAsk,
        Values = c => Of(("session", Session(c))),
    };

    public static readonly EmailDeclaration Nudge = new("session-nudge")
    {
        Form = SessionCheckForm.Declaration,
        MayBePaused = true,
        IsRepeat = true,
        WhyNot = WhyNotAsk,
        Values = c => Of(("session", Session(c))),
    };

    /// <summary>To the coordinator, once for a session: who missed it, whether either of the two said so, and how to reach them.</summary>
    public static readonly EmailDeclaration<MissedFacts> Missed = new("session-missed")
    {
        WhyNotWith = (c, facts) => Pairs(c, facts).Count == 0 ? "the pairs have ended" : null,
        ValuesWith = (c, facts) =>
        {
            var pairs = Pairs(c, facts).ToLookup(p => p.Sessions.TryGetValue(c.Mail.Number, out var answers) && answers.Heard);
            return Of(
                ("session", Session(c)),
                ("is_last", c.Mail.Number == c.Definition.Sessions.Count),
                ("number", pairs.Sum(p => p.Count())),
                ("heard", pairs[true].Select(p => ToWriteTo(c, p)).ToList()),
                ("silent", pairs[false].Select(p => ToWriteTo(c, p)).ToList()));
        },
    };

    /// <summary>Those about whom there is something to do still: nobody has left one of them meanwhile.</summary>
    private static List<Pair> Pairs(EmailContext c, MissedFacts facts) =>
    [
        .. c.Cohort.Pairs.Where(p => facts.Missed.Contains(p.Id) && (p.IsRunning || p.Completed))
            .OrderBy(p => p.Id, StringComparer.Ordinal),
    ];

    private static Dictionary<string, object?> ToWriteTo(EmailContext c, Pair pair) => Of(
        ("pair", c.Scheme.Words.PairOf(pair.NumberInWords)),
        ("mentor", ToWriteTo(c.Cohort.FindPerson(pair.MentorId))),
        ("mentee", ToWriteTo(c.Cohort.FindPerson(pair.MenteeId))));

    private static Dictionary<string, object?>? ToWriteTo(Person? person) =>
        person is null ? null : Of(("name", person.Name), ("contact", MailOrText(person.Email)));

    private static string? WhyNotMeet(EmailContext c) =>
        c.Pair is not { IsRunning: true } ? "the pair has ended"
        : c.Pair.IsPaused ? "the pair is paused"
        : c.IsPast(c.Definition.Sessions.Closes(c.Mail.Number)) ? "the session has closed"
        : null;

    private static string? WhyNotAsk(EmailContext c) => WhyNotMeet(c) ?? (c.Pair!.HasMet(c.Mail.Number) ? "answered meanwhile" : null);

    private static Dictionary<string, object?> Session(EmailContext c)
    {
        var topic = c.Scheme.SessionTopic(c.Mail.Number);
        return Of(
            ("number", c.Mail.Number),
            ("of", c.Definition.Sessions.Count),
            ("opens", c.When(c.Definition.Sessions.Opens(c.Mail.Number))),
            ("closes", c.When(c.Definition.Sessions.Closes(c.Mail.Number))),
            ("heading", topic.Heading),
            ("prompts", topic.Prompts));
    }
}

/// <param name="Missed">Ids of the pairs that nobody says have met.</param>
public sealed record MissedFacts(IReadOnlyList<string> Missed);
