using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.StaffConsole.Plan;

/// <summary>A cohort's definition from a preset, a name and one date; everything in it can be changed afterwards.</summary>
internal static partial class NewCohort
{
    private const int LongestId = 30;

    public static CohortDefinition Of(
        Scheme scheme, string id, string name, string purpose, string timeZone, string? country, Coordinator coordinator, Timetable dates,
        PageWords words)
    {
        CohortEvent Gathering(string kind, DateTime at, int minutes, int inviteDays) => new(
            new EventKind(kind), 1, words[$"event.{kind}.name"], at, minutes, words[$"event.{kind}.where"], words[$"event.{kind}.about"],
            EventAudience.Everyone, inviteDays)
        {
            IsRemote = kind != "mixer",
        };
        var lengths = scheme.Timetable;
        IEnumerable<CohortEvent> events =
        [
            Gathering("launch", dates.Launch, 90, 14),
            .. dates.Mixer is { } mixer ? [Gathering("mixer", mixer, 120, 21)] : Array.Empty<CohortEvent>(),
            Gathering("wash-up", dates.WashUp, 90, 21),
        ];
        return new CohortDefinition
        {
            Id = id,
            Name = name,
            Scheme = scheme.Id,
            Purpose = purpose,
            TimeZone = timeZone,
            Country = country,
            Coordinator = coordinator with { Mail = CoordinatorMail.Weekly },
            EnrolmentOpens = dates.EnrolmentOpens,
            PortraitDeadline = dates.PortraitDeadline,
            PortraitReminderDaysBefore = [7, 2],
            ReleaseBy = dates.ReleaseBy,
            Events = [.. events],
            Sessions = new SessionPlan(lengths.Sessions, dates.FirstSessionOpens, lengths.SessionWindowDays, 9, 4)
            {
                StretchDays = lengths.StretchDays,
            },
            Reflections = new ReflectionPlan(10, 3),
            Evaluation = new EvaluationPlan(dates.EvaluationOpens, dates.EvaluationCloses, 5),
            Retention = new RetentionPlan(lengths.RetentionMonths, 30),
        };
    }

    /// <summary>An id that says what the name says, and that no other cohort has.</summary>
    public static async Task<string> IdOfAsync(ICohortStore store, string name, CancellationToken cancellation)
    {
        var plain = Other().Replace(name.ToLowerInvariant(), "-").Trim('-');
        var start = plain.Length == 0 || !char.IsAsciiLetter(plain[0]) ? $"cohort-{plain}".Trim('-') : plain;
        start = (start.Length > LongestId ? start[..LongestId] : start.PadRight(3, 'x')).Trim('-');
        var id = start;
        for (var n = 2; await store.FindAsync<Cohort>(id, Cohort.DocumentId, cancellation) is not null; n++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{start}-{n}");
        }

        return id;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other();
}
