using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Planning;

// Over 200 lines because a definition is read in one place, part by part.
/// <summary>Reads a cohort definition from JSON; every bad field is reported at once.</summary>
public static partial class CohortDefinitionReader
{
    /// <summary>In characters.</summary>
    internal const int JoiningLength = 500;

    private static readonly Dictionary<string, EventAudience> Audiences =
        Enum.GetValues<EventAudience>()
            .ToDictionary(a => WordStart().Replace(a.ToString(), "-$0").ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, CoordinatorMail> Mails =
        Enum.GetValues<CoordinatorMail>().ToDictionary(m => m.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, GatheringKind> Kinds = GatheringKinds.All.ToDictionary(k => k.Key, StringComparer.Ordinal);

    /// <param name="schemes">Ids of the schemes there are; null where that is for the caller to know.</param>
    /// <param name="countries">Those whose holidays are known; null where that is for the caller to know.</param>
    public static Outcome<CohortDefinition> Read(
        FieldReader fields, IReadOnlyCollection<string>? schemes = null, IReadOnlyCollection<string>? countries = null)
    {
        var definition = new CohortDefinition
        {
            Id = ReadId(fields),
            Name = fields.Text("name", 120),
            Scheme = ReadScheme(fields, schemes),
            Purpose = fields.Text("purpose", 2000),
            Plan = ReadPlan(fields.Object("plan", required: false)),
            TimeZone = fields.Text("timeZone", 60),
            Country = ReadCountry(fields, countries),
            Coordinator = ReadCoordinator(fields.Object("coordinator")),
            Team = TeamRequest.ReadTeam(fields, required: false),
            Applications = ApplicationPlan.Read(fields.Object("applications", required: false)),
            EnrolmentOpens = fields.LocalTime("enrolmentOpens"),
            PortraitDeadline = fields.LocalTime("portraitDeadline"),
            PortraitReminderDaysBefore = fields.Wholes("portraitReminderDaysBefore", 1, 90, 6, [7, 2]),
            ReleaseBy = fields.LocalTime("releaseBy"),
            Events = fields.List("events", 60, ReadEvent),
            Sessions = ReadSessions(fields.Object("sessions")),
            Reflections = ReadReflections(fields.Object("reflections", required: false)),
            Evaluation = ReadEvaluation(fields.Object("evaluation")),
            Retention = ReadRetention(fields.Object("retention", required: false)),
        };
        return fields.Done(definition with { Events = Numbered(definition.Events) }, CohortDefinitionRules.Check);
    }

    private static string ReadScheme(FieldReader fields, IReadOnlyCollection<string>? schemes)
    {
        var scheme = fields.Text("scheme", 60);
        if (scheme.Length > 0 && schemes?.Contains(scheme) == false)
        {
            fields.Fail("/scheme", $"There is no such scheme. There are: {string.Join(", ", schemes)}.");
        }

        return scheme;
    }

    private static string? ReadCountry(FieldReader fields, IReadOnlyCollection<string>? countries)
    {
        var country = fields.Text("country", 20, required: false);
        if (country.Length > 0 && country != CohortDefinition.NoCountry && countries?.Contains(country) == false)
        {
            fields.Fail(
                "/country",
                $"The public holidays of this country are not known. Known are: {string.Join(", ", countries)}. Write "
                    + $"{CohortDefinition.NoCountry} where only weekends are to count.");
        }

        return country.Length > 0 ? country : null;
    }

    private static string ReadId(FieldReader fields)
    {
        var id = fields.Text("id", 40);
        return id.Length == 0 || IdPattern().IsMatch(id)
            ? id
            : fields.Fail("id", "must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter", "");
    }

    private static PurposePlan ReadPlan(FieldReader? fields)
    {
        if (fields is null)
        {
            return PurposePlan.Nothing;
        }

        var plan = new PurposePlan
        {
            Evidence = fields.Text("evidence", 4000, required: false),
            Homework = fields.Text("homework", 4000, required: false),
            Aims = fields.Texts("aims", 12, 500),
            Measures = fields.Texts("measures", 12, 500),
            OwnerName = fields.Text("ownerName", 120, required: false),
            OwnerEmail = fields.Text("ownerEmail", 254, required: false),
        };
        if (plan.OwnerEmail.Length > 0 && EmailAddress.Parse(plan.OwnerEmail) is null)
        {
            fields.Fail("ownerEmail", "is not an email address", "");
        }

        fields.RefuseUnknown();
        return plan;
    }

    private static Coordinator ReadCoordinator(FieldReader? fields)
    {
        if (fields is null)
        {
            return new Coordinator("", "");
        }

        var coordinator = new Coordinator(fields.Text("name", 120), fields.Text("email", 254))
        {
            Mail = fields.OneOf("mail", Mails, CoordinatorMail.Each, required: false),
        };
        if (coordinator.Email.Length > 0 && EmailAddress.Parse(coordinator.Email) is null)
        {
            fields.Fail("email", "is not an email address", "");
        }

        fields.RefuseUnknown();
        return coordinator;
    }

    private static CohortEvent ReadEvent(FieldReader fields)
    {
        var kind = fields.OneOf("kind", Kinds, GatheringKinds.Training);
        var read = new CohortEvent(
            kind.Kind,
            0,
            fields.Text("name", 120),
            fields.LocalTime("at"),
            fields.Whole("minutes", 15, 600, 60),
            fields.Text("where", 300),
            fields.Text("about", 2000, required: false),
            fields.OneOf("audience", Audiences, kind.Audience, required: false),
            fields.Whole("inviteDaysBefore", 0, 60, 14))
        {
            IsRemote = fields.YesNo("isRemote"),
            JoinLink = ReadJoinLink(fields),
            Joining = fields.Text("joining", JoiningLength, required: false),
        };
        fields.RefuseUnknown();
        return read;
    }

    internal static string ReadJoinLink(FieldReader fields)
    {
        var link = fields.Text("joinLink", 1000, required: false);
        return link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
                && address.UserInfo.Length == 0)
            ? link
            : fields.Fail("joinLink", "must be an address that begins with https://", "");
    }

    private static SessionPlan ReadSessions(FieldReader? fields)
    {
        if (fields is null)
        {
            return new SessionPlan(1, default, 1, 1, 1);
        }

        var plan = new SessionPlan(
            fields.Whole("count", 1, 24),
            fields.LocalTime("firstOpens"),
            fields.Whole("windowDays", 7, 31, 27),
            fields.Whole("checkDaysBeforeClose", 1, 30, 9),
            fields.Whole("nudgeDaysBeforeClose", 0, 29, 4))
        {
            StretchDays = fields.Whole("stretchDays", 0, 62, 0),
        };
        fields.RefuseUnknown();
        return plan;
    }

    private static ReflectionPlan ReadReflections(FieldReader? fields)
    {
        var plan = fields is null
            ? new ReflectionPlan(10, 3)
            : new ReflectionPlan(fields.Whole("windowDays", 2, 31, 10), fields.Whole("reminderDaysBeforeClose", 1, 30, 3));
        fields?.RefuseUnknown();
        return plan;
    }

    private static EvaluationPlan ReadEvaluation(FieldReader? fields)
    {
        if (fields is null)
        {
            return new EvaluationPlan(default, default, 0);
        }

        var plan = new EvaluationPlan(
            fields.LocalTime("opens"), fields.LocalTime("closes"), fields.Whole("reminderDaysBeforeClose", 1, 60, 5));
        fields.RefuseUnknown();
        return plan;
    }

    private static RetentionPlan ReadRetention(FieldReader? fields)
    {
        var plan = fields is null
            ? new RetentionPlan(12, 30)
            : new RetentionPlan(fields.Whole("months", 1, 60, 12), fields.Whole("noticeDays", 1, 90, 30));
        fields?.RefuseUnknown();
        return plan;
    }

    private static List<CohortEvent> Numbered(IReadOnlyList<CohortEvent> events)
    {
        var count = new Dictionary<EventKind, int>();
        return [.. events.OrderBy(e => e.At).ThenBy(e => e.Name, StringComparer.Ordinal)
            .Select(e => e with { Number = count[e.Kind] = count.GetValueOrDefault(e.Kind) + 1 })];
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{2,39}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordStart();
}
