using System.Text.Json;
using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Planning;

/// <summary>Reads a cohort definition from JSON; every bad field is reported at once.</summary>
public static partial class CohortDefinitionReader
{
    public static Read<CohortDefinition> Read(JsonElement json)
    {
        var problems = new List<Problem>();
        var fields = new FieldReader(json, "", problems);
        var definition = new CohortDefinition
        {
            Id = ReadId(fields),
            Name = fields.Text("name", 120),
            Scheme = fields.Text("scheme", 60),
            Purpose = fields.Text("purpose", 2000),
            TimeZone = fields.Text("timeZone", 60),
            Coordinator = ReadCoordinator(fields.Object("coordinator")),
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
        fields.RefuseUnknown();
        definition = definition with { Events = Numbered(definition.Events) };
        if (problems.Count == 0)
        {
            problems.AddRange(CohortDefinitionRules.Check(definition));
        }

        return new Read<CohortDefinition>(definition, problems);
    }

    private static string ReadId(FieldReader fields)
    {
        var id = fields.Text("id", 40);
        return id.Length == 0 || IdPattern().IsMatch(id)
            ? id
            : fields.Fail("id", "must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter", "");
    }

    private static Coordinator ReadCoordinator(FieldReader? fields)
    {
        if (fields is null)
        {
            return new Coordinator("", "");
        }

        var coordinator = new Coordinator(fields.Text("name", 120), fields.Text("email", 254));
        if (coordinator.Email.Length > 0 && EmailAddress.Parse(coordinator.Email) is null)
        {
            fields.Fail("email", "is not an email address", "");
        }

        fields.RefuseUnknown();
        return coordinator;
    }

    private static CohortEvent ReadEvent(JsonElement json, string pointer, List<Problem> problems)
    {
        var fields = new FieldReader(json, pointer, problems);
        var kind = ReadKind(fields);
        var read = new CohortEvent(
            kind.Kind,
            0,
            fields.Text("name", 120),
            fields.LocalTime("at"),
            fields.Whole("minutes", 15, 600, 60),
            fields.Text("where", 300),
            fields.Text("about", 2000, required: false),
            fields.Has("audience") ? EnumOf<EventAudience>(fields, "audience") : kind.Audience,
            fields.Whole("inviteDaysBefore", 0, 60, 14));
        fields.RefuseUnknown();
        return read;
    }

    private static GatheringKind ReadKind(FieldReader fields)
    {
        var text = fields.Text("kind", 60);
        return GatheringKinds.All.FirstOrDefault(k => k.Key == text)
            ?? (text.Length == 0
                ? GatheringKinds.Training
                : fields.Fail(
                    "kind", $"must be one of {string.Join(", ", GatheringKinds.All.Select(k => k.Key))}", GatheringKinds.Training));
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
            fields.Whole("nudgeDaysBeforeClose", 0, 29, 4));
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

    private static TEnum EnumOf<TEnum>(FieldReader fields, string name)
        where TEnum : struct, Enum
    {
        var text = fields.Text(name, 60);
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (text == Hyphenated(value))
            {
                return value;
            }
        }

        return text.Length == 0
            ? default
            : fields.Fail(name, $"must be one of {string.Join(", ", Enum.GetValues<TEnum>().Select(Hyphenated))}", default(TEnum));
    }

    private static string Hyphenated<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        WordStart().Replace(value.ToString(), "-$0").ToLowerInvariant();

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
