using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Enrolment;

// Over 200 lines because the form, its reading and what the partner is shown of it belong together.
/// <summary>The pen portrait (J18–J23) with the declaration (J30).</summary>
public static class PenPortraitForm
{
    public const string DeclarationField = "declaration";
    public const string UndertakingsField = "undertakings";
    public const string NoticeField = "notice";
    public const string DifferenceConsent = "difference_consent";

    /// <summary>What "I would rather not say" posts; it is not kept.</summary>
    public const string NotSaid = "not-said";

    private const string Ticked = "yes";

    /// <summary>Each is agreed to by itself, and nobody is matched without (J5, J29, J30).</summary>
    private static readonly string[] Agreed = [UndertakingsField, NoticeField, DeclarationField];

    private static readonly char[] Separators = ['\n', ';', ','];

    public static readonly FormDeclaration Declaration = new()
    {
        Key = "pen-portrait",
        Page = "pen-portrait",
        KeepsDrafts = true,
        Declining = DeclineForm.Declaration,
        Closes = c => LateJoiners.Deadline(c.Person, c.Definition),
        Questions = c => Questions(c.Cohort.Scheme),
        Values = c => Of(
            ("role", c.Cohort.Scheme.Words.RoleOf(c.Person.Roles)),
            ("purpose", c.Definition.Purpose),
            ("deadline", c.When(LateJoiners.Deadline(c.Person, c.Definition))),
            ("launch", c.When(c.Cohort.Instant(c.Definition.Launch.At))),
            ("minutes", 10),
            ("months", c.Definition.Retention.Months),
            ("may_decline", c.Person.Portrait is null),
            ("undertakings", c.Cohort.Scheme.Undertakings),
            ("guidance", c.Cohort.Scheme.Handbook.Select(h => Of(("heading", h.Heading), ("text", h.Text))).ToList()),
            ("notice", Of(("text", c.Cohort.Scheme.PrivacyNotice), ("version", c.Cohort.Scheme.PrivacyNoticeVersion)))),
        Preview = Preview,
        Receipt = c => c.Person.Portrait is { } portrait ? new FormReceipt("receipt", portrait.SentAt, CanChange: true) : null,
        Recorded = Recorded,
        Suggested = c => new Dictionary<string, string>(StringComparer.Ordinal) { [PortraitField.FullName.Name] = c.Person.Name },
        Decide = Decide,
        AskedNow = (person, cohort, now) =>
            now < cohort.Instant(cohort.Definition.PortraitDeadline)
            || (person.Portrait is null && now < LateJoiners.Deadline(person, cohort.Definition))
                ? [new AskedForm(Urgency: 1)]
                : [],
    };

    /// <summary>Reads a posted pen portrait. Problem places are field names, so that each error can stand beside its field.</summary>
    public static Outcome<PenPortrait> Read(
        IReadOnlyDictionary<string, string> posted, PenPortrait? before, Scheme scheme, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        string Text(PortraitField field)
        {
            var text = posted.GetValueOrDefault(field.Name, "").Trim();
            if (field.Required && text.Length == 0)
            {
                problems.Add(new Problem(field.Name, "missing"));
            }
            else if (text.Length > field.MaxLength)
            {
                problems.Add(new Problem(field.Name, "too_long"));
            }

            return text;
        }

        var portrait = new PenPortrait
        {
            Name = OneLine(Text(PortraitField.FullName)),
            RoleAndExperience = Text(PortraitField.RoleAndExperience),
            Contact = OneLine(Text(PortraitField.Contact)),
            WhyInterested = Text(PortraitField.WhyInterested),
            Objectives = Text(PortraitField.Objectives),
            MatchingConsiderations = Text(PortraitField.MatchingConsiderations),
            RegularCourts = PortraitField.Of(scheme).Contains(PortraitField.RegularCourts) ? Split(Text(PortraitField.RegularCourts)) : [],
            Profile = Profile(posted, before, scheme, Text, problems, now),
            DeclaredAt = now,
            NoticeVersion = scheme.PrivacyNoticeVersion,
            FirstSentAt = before?.FirstSentAt ?? now,
            SentAt = now,
        };
        problems.AddRange(Agreed.Where(f => posted.GetValueOrDefault(f, "") != Ticked).Select(f => new Problem(f, "missing")));

        return Outcome.Of(portrait, problems);
    }

    /// <summary>A list as people type it: by lines, commas or semicolons.</summary>
    public static IReadOnlyList<string> Split(string text) =>
    [
        .. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(Label.Comparer).Take(50),
    ];

    private static List<FormQuestion> Questions(Scheme scheme)
    {
        var questions = PortraitField.Of(scheme).Select(f => f.Question(scheme)).ToList();
        if (scheme.Matching.DifferenceDimensions.Count > 0)
        {
            questions.Add(new FormQuestion(DifferenceConsent, QuestionKind.Checkbox));
        }

        return
        [
            .. questions,
            new FormQuestion(UndertakingsField, QuestionKind.Checkbox) { IsRequired = true },
            new FormQuestion(NoticeField, QuestionKind.Checkbox) { IsRequired = true },
            new FormQuestion(DeclarationField, QuestionKind.Checkbox) { IsRequired = true, Label = scheme.Declaration },
        ];
    }

    /// <summary>The very card that the partner will be shown, made of what is typed so far (J25).</summary>
    private static Dictionary<string, object?> Preview(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var typed = new PenPortrait
        {
            Name = OneLine(posted.GetValueOrDefault(PortraitField.FullName.Name, "")),
            RoleAndExperience = posted.GetValueOrDefault(PortraitField.RoleAndExperience.Name, "").Trim(),
            Contact = OneLine(posted.GetValueOrDefault(PortraitField.Contact.Name, "")),
            WhyInterested = posted.GetValueOrDefault(PortraitField.WhyInterested.Name, "").Trim(),
            Objectives = posted.GetValueOrDefault(PortraitField.Objectives.Name, "").Trim(),
            DeclaredAt = c.Now,
            FirstSentAt = c.Now,
            SentAt = c.Now,
        };
        return PortraitField.ForPartner(typed).ToDictionary(f => f.Key, f => (object?)f.Value, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Recorded(FormContext c)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (c.Person.Portrait is { } portrait)
        {
            foreach (var field in PortraitField.Of(c.Cohort.Scheme))
            {
                typed[field.Name] = PortraitField.Value(field, portrait);
            }

            typed[DifferenceConsent] = portrait.Profile.DifferenceConsentAt is null ? "" : Ticked;
        }

        return typed;
    }

    private static Outcome<Effects> Decide(FormContext c, IReadOnlyDictionary<string, string> posted)
    {
        var read = Read(posted, c.Person.Portrait, c.Cohort.Scheme, c.Now);
        if (!read.Succeeded)
        {
            return read.Refusal;
        }

        var isTheSame = c.Person.Portrait is { } before && IsSame(before, read.Value, c.Cohort.Scheme);
        return new Effects
        {
            Writes = isTheSame ? [] : [Effects.Change(c.Person, p => p.SendPortrait(read.Value))],
            // Its id is the same each time, so it is sent once; also where the first attempt stored the answer and got no further.
            Mails = [OutboxMail.Planned(c.Link.CohortId, "answer", EnrolmentEmails.Receipt.Template, c.Person.Id, c.Now)],
        };
    }

    private static bool IsSame(PenPortrait before, PenPortrait now, Scheme scheme) =>
        PortraitField.Of(scheme).All(f => PortraitField.Value(f, before) == PortraitField.Value(f, now));

    private static MatchingProfile Profile(
        IReadOnlyDictionary<string, string> posted,
        PenPortrait? before, Scheme scheme, Func<PortraitField, string> text, List<Problem> problems, DateTimeOffset now)
    {
        var fields = PortraitField.Of(scheme);
        var profile = fields.Where(f => f.Profile is not null)
            .Aggregate(new MatchingProfile(), (p, f) => f.Profile!.Put(p, Named(f, Split(text(f)), f.Profile.OptionsOf(scheme), problems)));
        profile = fields.Contains(PortraitField.AccessElse) ? profile with { AccessElse = text(PortraitField.AccessElse) } : profile;
        var differences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Where(f => f.Dimension is not null))
        {
            var value = text(field);
            if (value.Length == 0 || value == NotSaid)
            {
                continue;
            }

            if (!field.Dimension!.Options.Contains(value))
            {
                problems.Add(new Problem(field.Name, "no_such_answer"));
            }

            differences[field.Dimension.Name] = value;
        }

        if (differences.Count > 0 && posted.GetValueOrDefault(DifferenceConsent, "") != Ticked)
        {
            problems.Add(new Problem(DifferenceConsent, "missing"));
        }

        return differences.Count == 0
            ? profile
            : profile with { Differences = differences, DifferenceConsentAt = before?.Profile.DifferenceConsentAt ?? now };
    }

    /// <summary>What was chosen, in the scheme's own spelling; where it lists nothing, as it was typed.</summary>
    private static IReadOnlyList<string> Named(
        PortraitField field, IReadOnlyList<string> chosen, IReadOnlyList<string> options, List<Problem> problems)
    {
        if (options.Count == 0)
        {
            return chosen;
        }

        if (chosen.Any(c => !options.Contains(c, Label.Comparer)))
        {
            problems.Add(new Problem(field.Name, "no_such_answer"));
        }

        return [.. options.Where(o => chosen.Contains(o, Label.Comparer))];
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
