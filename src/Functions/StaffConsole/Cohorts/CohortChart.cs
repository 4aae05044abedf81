using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Cohorts;

/// <summary>
/// A cohort's course as a drawing: percentages across, so that its text stays legible on a phone. The same dates stand in a table beside
/// it.
/// </summary>
internal sealed class CohortChart(CohortSnapshot cohort, CohortTimeline timeline, DateTimeOffset now)
{
    private const int RowHeight = 54;
    private const int Top = 22;

    private readonly CohortDefinition _plan = cohort.Definition;

    private DateTime First => new(_plan.EnrolmentOpens.Year, _plan.EnrolmentOpens.Month, 1);

    private DateTime Last => new DateTime(_plan.Evaluation.Closes.Year, _plan.Evaluation.Closes.Month, 1).AddMonths(1);

    public Dictionary<string, object?> Values()
    {
        var rows = Rows().ToList();
        var today = cohort.Definition.Zone.ToLocal(now);
        return Of(
            ("height", Top + (rows.Count * RowHeight) + 44),
            ("bottom", Top + (rows.Count * RowHeight) + 12),
            ("months", Months().ToList()),
            ("rows", rows),
            ("today", today >= First && today < Last ? X(today) : null),
            ("today_y", Top + (rows.Count * RowHeight) + 30));
    }

    private IEnumerable<Dictionary<string, object?>> Months()
    {
        var words = cohort.Scheme.Words.Months;
        var all = (int)Math.Round((Last - First).TotalDays / 30.4);
        for (var (month, n) = (First, 0); month < Last; month = month.AddMonths(1), n++)
        {
            yield return Of(
                ("x", X(month)), ("mid", X(month.AddDays(15))), ("name", words[month.Month - 1][..3]),
                ("wide_only", all > 8 && n % ((all / 8) + 1) != 0));
        }
    }

    private IEnumerable<Dictionary<string, object?>> Rows()
    {
        var y = Top + 22;
        var rows = new List<Dictionary<string, object?>>();
        void Add(string kind, IEnumerable<Dictionary<string, object?>> marks)
        {
            rows.Add(Of(("kind", kind), ("y", y), ("marks", marks.ToList())));
            y += RowHeight;
        }

        Add("portraits", [Bar(_plan.EnrolmentOpens, _plan.PortraitDeadline, "enrolment-opens", "portrait-deadline", 0, y)]);
        Add("matching", [Bar(_plan.PortraitDeadline, _plan.ReleaseBy, "portrait-deadline", null, 0, y, ReleasedAt())]);
        Add("gatherings", _plan.Events.Select(e => Dot(e, y)));
        Add("sessions", Enumerable.Range(1, _plan.Sessions.Count).Select(
            n => Bar(_plan.Sessions.Opens(n), _plan.Sessions.Closes(n), "session-opens", "session-closes", n, y)));
        Add("evaluation", [Bar(_plan.Evaluation.Opens, _plan.Evaluation.Closes, "evaluation-opens", "evaluation-closes", 0, y)]);
        return rows;
    }

    private DateTimeOffset? ReleasedAt() => cohort.Pairs.Count > 0 ? cohort.Pairs.Min(p => p.ReleasedAt) : null;

    /// <summary>The plan above, and what has happened of it below.</summary>
    private Dictionary<string, object?> Bar(
        DateTime from, DateTime to, string begun, string? ended, int number, int y, DateTimeOffset? end = null)
    {
        var start = Done(begun, number);
        var over = end ?? (ended is null ? null : Done(ended, number));
        var (realFrom, realTo) = start is { } s ? (Local(s), Local(over ?? now)) : ((DateTime?)null, from);
        var shownTo = realTo > Last ? Last : realTo;
        return Of(
            ("dot", false), ("x", X(from)), ("w", W(from, to)), ("plan_y", y + 8), ("real_y", y + 18),
            ("real_x", realFrom is { } f ? X(f) : null), ("real_w", realFrom is { } r ? W(r, shownTo < to ? shownTo : to) : null),
            ("late_x", realFrom is not null && shownTo > to.AddHours(12) ? X(to) : null), ("late_w", W(to, shownTo)));
    }

    private Dictionary<string, object?> Dot(CohortEvent gathering, int y) => Of(
        ("dot", true), ("x", X(gathering.At)), ("plan_y", y + 16), ("real_y", y + 31), ("has_been", now >= cohort.Instant(gathering.At)));

    private DateTimeOffset? Done(string kind, int number) =>
        timeline.Steps.FirstOrDefault(s => s.Kind == kind && s.Number == number && s.DoneAt is not null)?.DoneAt;

    private DateTime Local(DateTimeOffset at) => _plan.Zone.ToLocal(at);

    private string X(DateTime at) => Percent((at - First) / (Last - First));

    private string W(DateTime from, DateTime to) => Percent(Math.Max(0, (to - from) / (Last - First)));

    private static string Percent(double part) => (part * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
