using System.Globalization;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Sessions;

public static class SessionEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Opening, Date, Check, Nudge, Missed];

    public static readonly EmailDeclaration Opening = new("session-opening")
    {
        Form = SessionDateForm.Declaration,
        WhyNot = WhyNotMeet,
        Values = c => Of(("session", Session(c)), ("partner", Of(("name", c.Partner?.GoesBy)))),
    };

    /// <summary>
    /// When one of the two has named a date, moved it or taken it back: to the other, and to whoever has it in their calendar.
    /// </summary>
    public static readonly EmailDeclaration<DateFacts> Date = new("session-date")
    {
        KeepsQuiet = true,
        Form = SessionDateForm.Declaration,
        Reads = mail => NeedsOf(mail.PairId, mail.Number),
        WhyNotWith = (c, facts) => c.Pair is not { IsRunning: true } ? "the pair has ended"
            : c.Pair.DateSequence(c.Mail.Number) != facts.Sequence ? "the date has changed since"
            : null,
        ValuesWith = (c, _) =>
        {
            var date = Dated(c);
            return Of(
                ("session", Of(
                    ("number", c.Mail.Number),
                    ("of", c.Definition.Sessions.Count),
                    ("when", c.When(date.At)),
                    ("minutes", date.Minutes),
                    ("place", PlaceOf(c)),
                    ("preparation", c.Read.One<SessionPreparation>()?.Text ?? ""),
                    ("is_cancelled", date.IsCancelled),
                    ("is_new", date.Sequence == 1),
                    ("by_you", date.By == c.Mail.PersonId))));
        },
        DiaryWith = (c, _) => Dated(c) is var date
            ? new DiaryEntry(
                $"{c.Definition.Id}/{c.Mail.PairId}/{c.Mail.Number}", date.Sequence, date.At, date.Minutes, c.Definition.TimeZone)
            {
                Place = PlaceOf(c),
                IsCancelled = date.IsCancelled,
            }
            : null,
    };

    /// <summary>The email that tells one of the two of a date.</summary>
    internal static OutboxMail Told(FormContext c, Pair pair, string personId, SessionDate date) => Date.With(
        OutboxMail.Planned(
            c.Link.CohortId,
            string.Create(CultureInfo.InvariantCulture, $"session-{c.Link.Number}-date-{date.Sequence}"),
            Date.Template, personId, c.Now, pair.Id) with
        { Number = c.Link.Number },
        new DateFacts(date.Sequence));

    /// <summary>What the two have typed about one of their sessions.</summary>
    internal static IReadOnlyList<Need> NeedsOf(string? pairId, int session) => pairId is null
        ? []
        :
        [
            new Need.One<SessionPlace>(SessionPlace.IdOf(pairId, session)),
            new Need.One<SessionPreparation>(SessionPreparation.IdOf(pairId, session)),
        ];

    /// <exception cref="ArgumentException">The pair has named no date for the session.</exception>
    private static SessionDate Dated(EmailContext c) => c.Pair?.Dates.GetValueOrDefault(c.Mail.Number)
        ?? throw new ArgumentException("This email is about no date of a pair.", nameof(c));

    private static string PlaceOf(EmailContext c) => c.Read.One<SessionPlace>()?.Place ?? "";

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

/// <param name="Sequence">Which of the namings it tells of.</param>
public sealed record DateFacts(int Sequence);

/// <param name="Missed">Ids of the pairs that nobody says have met.</param>
public sealed record MissedFacts(IReadOnlyList<string> Missed);
