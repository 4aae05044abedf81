using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Pairs;

/// <summary>The pairs by their sessions: whether they said that they met, and never more than that.</summary>
public sealed class PairsPage(CohortReader reader) : ConsolePage
{
    private const int OnPage = 100;

    public override string Route => "cohorts/{cohort}/pairs";

    public override Audience Audience => Audience.Lead;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var plan = cohort.Definition.Sessions;
        var open = Enumerable.Range(1, plan.Count).Count(n => visit.Now >= cohort.Instant(plan.Opens(n)));
        var now = open > 0 && visit.Now < cohort.Instant(plan.Closes(open)) ? open : 0;
        var wanted = cohort.Pairs.Where(p => visit.Asked("show") switch
        {
            "never" => p.IsRunning && open > 0 && !Enumerable.Range(1, open).Any(p.HasMet),
            "missed" => p.IsRunning && Enumerable.Range(1, open).Any(n => n != now && !p.HasMet(n)),
            "paused" => p is { IsRunning: true, IsPaused: true },
            "ended" => p is { IsRunning: false, Completed: false },
            _ => true,
        }).OrderBy(p => p.Id, StringComparer.Ordinal).ToList();
        var page = int.TryParse(visit.Asked("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var pages = Math.Max(1, (wanted.Count + OnPage - 1) / OnPage);
        page = Math.Clamp(page, 1, pages);
        return new ConsoleAnswer("pairs", Of(
            ("sessions", Enumerable.Range(1, plan.Count).Select(n => Of(
                ("number", n),
                ("now", n == now),
                ("met", n <= open ? cohort.Pairs.Count(p => p.HasMet(n)) : null),
                ("dates", $"{visit.Day(cohort.Instant(plan.Opens(n)))} – {visit.Day(cohort.Instant(plan.Closes(n)))}"))).ToList()),
            ("pairs", wanted.Skip((page - 1) * OnPage).Take(OnPage).Select(p => Row(cohort, p, plan.Count, open, now)).ToList()),
            ("total", cohort.Pairs.Count),
            ("running", cohort.Pairs.Count(p => p.IsRunning)),
            ("found", wanted.Count),
            ("show", visit.Asked("show")),
            ("page", page),
            ("pages", pages)))
        {
            Place = "pairs",
        };
    }

    private static Dictionary<string, object?> Row(CohortSnapshot cohort, Pair pair, int sessions, int open, int now) => Of(
        ("id", pair.Id),
        ("name", cohort.Scheme.Words.PairOf(pair.NumberInWords)),
        ("mentor", cohort.FindPerson(pair.MentorId)?.Name),
        ("mentor_id", pair.MentorId),
        ("mentee", cohort.FindPerson(pair.MenteeId)?.Name),
        ("mentee_id", pair.MenteeId),
        ("ended", pair is { IsRunning: false, Completed: false }),
        ("paused", pair is { IsRunning: true, IsPaused: true }),
        ("completed", pair.Completed),
        ("cells", Enumerable.Range(1, sessions).Select(n => Of(("now", n == now), ("state", State(pair, n, open, now)))).ToList()));

    private static string State(Pair pair, int session, int open, int now) =>
        pair.HasMet(session) ? "met"
        : !pair.IsRunning && !pair.Completed ? "ended"
        : session > open ? "ahead"
        : session == now ? "open"
        : pair.Sessions.GetValueOrDefault(session)?.Heard == true ? "not-met"
        : "silent";
}
