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

    /// <summary>To the coordinator: who missed a session, and whether either of the two said so.</summary>
    public static readonly EmailDeclaration Missed = new("session-missed")
    {
        Values = c =>
        {
            var pair = c.Pair ?? throw new ArgumentException("The pair is not stored.", nameof(c));
            return Of(
                ("session", Session(c)),
                ("pair", c.Scheme.Words.PairOf(pair.NumberInWords)),
                ("mentor", c.Cohort.FindPerson(pair.MentorId)?.Name),
                ("mentee", c.Cohort.FindPerson(pair.MenteeId)?.Name),
                ("heard", pair.Sessions.TryGetValue(c.Mail.Number, out var answers) && answers.Heard));
        },
    };

    private static string? WhyNotMeet(EmailContext c) =>
        c.Pair is not { IsRunning: true } ? "the pair has ended"
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
