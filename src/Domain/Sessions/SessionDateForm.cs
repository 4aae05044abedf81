using System.Globalization;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Time;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Sessions;

// Over 200 lines because a date is named, moved and taken back by one form, and each has its own faults.
/// <summary>
/// One of a pair names the date that the two agreed, moves it or takes it back. The other gets it for their calendar, and whoever named it
/// where they wish (J9).
/// </summary>
public static class SessionDateForm
{
    public const string DateField = "date";
    public const string TimeField = "time";
    public const string MinutesField = "minutes";
    public const string PlaceField = "place";

    /// <summary>Ticked by whoever wants the entry for their own calendar as well.</summary>
    public const string EntryField = "entry";

    /// <summary>Asked once there is a date: whether another takes its place, or none.</summary>
    public const string WishField = "wish";

    /// <summary>How often the date had been named or moved when the page was made.</summary>
    public const string Seen = "seen";

    public const int PlaceLength = 200;

    /// <summary>Asked of the reverse mentor: what their partner may read or think about beforehand (J13).</summary>
    public const string PreparationField = "preparation";

    public const int PreparationLength = 1000;
    private const string Move = "move";
    private const string Cancel = "cancel";

    /// <summary>The first is suggested (J9: an hour is usual).</summary>
    private static readonly string[] Lengths = ["60", "45", "90"];

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "session-date",
        Page = "session-date",
        Closes = c => c.Cohort.Instant(c.Definition.Sessions.ClosesAtLatest(c.Link.Number)),
        ClosedBecause = c => c.Pair is not { IsRunning: true } ? "ended"
            : c.Now >= c.Cohort.Instant(c.Definition.Sessions.ClosesAtLatest(c.Link.Number)) ? "closed"
            : null,
        Reads = c => SessionEmails.NeedsOf(c.Link.PairId, c.Link.Number),
        Questions = Questions,
        Values = c => Of(("session", Of(
            ("number", c.Link.Number),
            ("of", c.Definition.Sessions.Count),
            ("opens", Day(c, c.Definition.Sessions.Opens(c.Link.Number))),
            ("closes", Day(c, c.Definition.Sessions.ClosesAtLatest(c.Link.Number))),
            ("named", c.Pair?.DateOf(c.Link.Number) is { } date ? c.When(c.Cohort.Instant(date.At)) : null)))),
        Receipt = c => c.Pair?.Dates.GetValueOrDefault(c.Link.Number) is { } date
            ? new FormReceipt(date.IsCancelled ? "cancelled" : "receipt", date.Said, CanChange: true) { AsksAgain = date.IsCancelled }
            : null,
        Recorded = Recorded,
        Suggested = _ => new Dictionary<string, string>(StringComparer.Ordinal) { [MinutesField] = Lengths[0] },
        Decide = Decide,
        AskedNow = (person, cohort, now) =>
            from k in Enumerable.Range(1, cohort.Definition.Sessions.Count)
            where now >= cohort.Instant(cohort.Definition.Sessions.Opens(k)) && now < cohort.Instant(cohort.Definition.Sessions.Closes(k))
            let pair = cohort.PairsOf(person.Id)
                .FirstOrDefault(p => p is { IsRunning: true, IsPaused: false } && !p.HasMet(k) && p.DateOf(k) is null)
            where pair is not null
            select new AskedForm(Urgency: 7) { Number = k, PairId = pair.Id, IsOptional = true },
    };

    private static string Day(FormContext c, DateTime local) =>
        c.Cohort.Scheme.Words.DateOf(c.Cohort.Instant(local), c.Definition.Zone);

    private static List<FormQuestion> Questions(FormContext c)
    {
        var isNamed = c.Pair?.DateOf(c.Link.Number) is not null;
        return
        [
            .. isNamed ? [new FormQuestion(WishField, QuestionKind.Choice) { IsRequired = true, Options = [Move, Cancel] }]
                : Array.Empty<FormQuestion>(),
            new FormQuestion(DateField, QuestionKind.Date) { IsRequired = !isNamed },
            new FormQuestion(TimeField, QuestionKind.Time) { IsRequired = !isNamed },
            new FormQuestion(MinutesField, QuestionKind.Choice) { IsRequired = !isNamed, Options = Lengths },
            new FormQuestion(PlaceField, QuestionKind.Text) { MaxLength = PlaceLength },
            .. c.Pair?.MentorId == c.Person.Id
                ? [new FormQuestion(PreparationField, QuestionKind.LongText) { MaxLength = PreparationLength }]
                : Array.Empty<FormQuestion>(),
            .. c.Pair is { } pair && HasEntry(pair, c.Person.Id, pair.Dates.GetValueOrDefault(c.Link.Number))
                ? [] : new[] { new FormQuestion(EntryField, QuestionKind.Checkbox) },
            new FormQuestion(Seen, QuestionKind.Seen) { Seen = SequenceOf(c) },
        ];
    }

    private static string SequenceOf(FormContext c) =>
        (c.Pair?.DateSequence(c.Link.Number) ?? 0).ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyDictionary<string, string> Recorded(FormContext c) => c.Pair?.DateOf(c.Link.Number) is { } date
        ? new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DateField] = date.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [TimeField] = date.At.ToString("HH:mm", CultureInfo.InvariantCulture),
            [MinutesField] = date.Minutes.ToString(CultureInfo.InvariantCulture),
            [PlaceField] = c.Read.One<SessionPlace>()?.Place ?? "",
            [PreparationField] = c.Pair.MentorId == c.Person.Id ? c.Read.One<SessionPreparation>()?.Text ?? "" : "",
        }
        : FormDeclaration.NoAnswer;

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var pair = c.Pair!;
        var wish = posted.GetValueOrDefault(WishField, "");
        var isNamed = pair.DateOf(c.Link.Number) is not null;
        if (isNamed && IsSame(c, posted) && !WantsEntry(c, pair, posted))
        {
            // The emails have the same ids, so they are planned once; also where the first attempt stored the date and got no further.
            return Effects.Mail(Told(c, pair, pair.DateOf(c.Link.Number)!));
        }

        if (posted.TryGetValue(Seen, out var seen) && seen != SequenceOf(c))
        {
            return FormDeclaration.Refuse(DateField, "overtaken");
        }

        if (isNamed && wish is not (Move or Cancel))
        {
            return FormDeclaration.Refuse(WishField, "missing");
        }

        return wish == Cancel && isNamed ? Cancelled(c, pair, pair.DateOf(c.Link.Number)!) : Named(c, pair, posted);
    }

    private static Outcome<Effects> Named(FormContext c, Pair pair, IReadOnlyDictionary<string, string> posted)
    {
        var problems = new List<Problem>();
        var day = TypedTimes.Date(posted.GetValueOrDefault(DateField, ""));
        var time = TypedTimes.Time(posted.GetValueOrDefault(TimeField, ""));
        var minutes = posted.GetValueOrDefault(MinutesField, "");
        var place = posted.GetValueOrDefault(PlaceField, "").Trim();
        if (day is null)
        {
            problems.Add(new Problem(DateField, posted.GetValueOrDefault(DateField, "").Length == 0 ? "missing" : "unreadable"));
        }

        if (time is null)
        {
            problems.Add(new Problem(TimeField, posted.GetValueOrDefault(TimeField, "").Length == 0 ? "missing" : "unreadable"));
        }

        if (!Lengths.Contains(minutes))
        {
            problems.Add(new Problem(MinutesField, "missing"));
        }

        if (place.Length > PlaceLength)
        {
            problems.Add(new Problem(PlaceField, "too_long"));
        }

        if (posted.GetValueOrDefault(PreparationField, "").Trim().Length > PreparationLength)
        {
            problems.Add(new Problem(PreparationField, "too_long"));
        }

        if (day is { } date && time is { } clock && WhyNotThen(c, date.ToDateTime(clock)) is { } why)
        {
            problems.Add(new Problem(DateField, why));
        }

        return problems.Count > 0
            ? Refusal.Invalid(problems)
            : Write(c, pair, new SessionDate(
                day!.Value.ToDateTime(time!.Value), int.Parse(minutes, CultureInfo.InvariantCulture),
                pair.DateSequence(c.Link.Number) + 1, c.Person.Id, c.Now), place, WantsEntry(c, pair, posted))
                .And(Prepared(c, pair, posted.GetValueOrDefault(PreparationField, "").Trim()));
    }

    /// <summary>Whoever is mentored sets none, and leaves what was set.</summary>
    private static Effects Prepared(FormContext c, Pair pair, string text)
    {
        var before = c.Read.One<SessionPreparation>();
        return c.Person.Id != pair.MentorId || text == (before?.Text ?? "") ? Effects.Nothing : Effects.Write(Effects.Put(
            new SessionPreparation
            {
                CohortId = c.Link.CohortId,
                PairId = pair.Id,
                Number = c.Link.Number,
                PersonId = c.Person.Id,
                Text = text,
            }));
    }

    /// <summary>And has none so far.</summary>
    private static bool WantsEntry(FormContext c, Pair pair, IReadOnlyDictionary<string, string> posted) =>
        posted.GetValueOrDefault(EntryField, "") == "yes"
        && !HasEntry(pair, c.Person.Id, pair.Dates.GetValueOrDefault(c.Link.Number));

    private static bool HasEntry(Pair pair, string personId, SessionDate? date) =>
        personId == pair.MentorId ? date?.MentorHasEntry == true : date?.MenteeHasEntry == true;

    private static string? WhyNotThen(FormContext c, DateTime at)
    {
        var plan = c.Definition.Sessions;
        return c.Cohort.Instant(at) <= c.Now ? "past"
            : at < plan.Opens(c.Link.Number) || at >= plan.ClosesAtLatest(c.Link.Number) ? "outside"
            : null;
    }

    private static Effects Cancelled(FormContext c, Pair pair, SessionDate date) => Write(
        c, pair, date with { IsCancelled = true, Sequence = date.Sequence + 1, By = c.Person.Id, Said = c.Now },
        c.Read.One<SessionPlace>()?.Place ?? "", wantsEntry: false);

    /// <summary>Of two who say something at once, the second reads what the first said before theirs takes its place.</summary>
    private static Effects Write(FormContext c, Pair pair, SessionDate named, string place, bool wantsEntry)
    {
        var number = c.Link.Number;
        var before = pair.Dates.GetValueOrDefault(number);
        var isMentor = c.Person.Id == pair.MentorId;
        var date = named with
        {
            MentorHasEntry = !isMentor || wantsEntry || before?.MentorHasEntry == true,
            MenteeHasEntry = isMentor || wantsEntry || before?.MenteeHasEntry == true,
        };
        return new Effects
        {
            Writes =
            [
                new DocumentWrite.Change<Pair>(pair.Id, stored => stored.Name(number, date))
                {
                    WhyNot = stored => stored.DateSequence(number) < date.Sequence || stored.Dates[number] == date
                        ? null
                        : new Problem(DateField, "overtaken"),
                },
                .. place.Length == 0 && c.Read.One<SessionPlace>() is null ? [] : new[]
                {
                    Effects.Put(new SessionPlace
                    {
                        CohortId = c.Link.CohortId,
                        PairId = pair.Id,
                        Number = number,
                        PersonId = c.Person.Id,
                        Place = place,
                    }),
                },
            ],
            Mails = [.. Told(c, pair, date)],
        };
    }

    /// <summary>The other of the two, and whoever has an entry that this changes.</summary>
    private static IEnumerable<Mail.OutboxMail> Told(FormContext c, Pair pair, SessionDate date) =>
        new[] { pair.MentorId, pair.MenteeId }.Where(to => HasEntry(pair, to, date)).Select(to => SessionEmails.Told(c, pair, to, date));

    /// <summary>Posted once more, it is a second press of the button.</summary>
    private static bool IsSame(FormContext c, IReadOnlyDictionary<string, string> posted) =>
        posted.GetValueOrDefault(WishField, "") != Cancel
        && Recorded(c).All(r => r.Value == posted.GetValueOrDefault(r.Key, "").Trim());
}
