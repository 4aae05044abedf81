using System.Globalization;
using System.Text;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.People;
using ReverseMentoring.Functions.Rendering;
using ReverseMentoring.Functions.Store;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.People;

// Over 200 lines because people are listed, looked at beforehand and added on one page.
/// <summary>
/// Who is in a cohort, who has not answered, and adding people: row by row what a file or pasted table would do, before it does it.
/// </summary>
public sealed class PeoplePage(CohortReader reader, PeopleAdder adder, PageRenderer pages) : ConsolePage
{
    private const int OnPage = 100;

    /// <summary>Rows of a file that are shown one by one.</summary>
    private const int MostRows = 200;

    private const string Column = "column-";

    public override string Route => "cohorts/{cohort}/people";

    public override Audience Audience => Audience.Coordinator;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation) =>
        Show(visit, await reader.ReadAsync(visit.CohortId, cancellation));

    public override async Task<ConsoleAnswer> DoAsync(Visit visit, CancellationToken cancellation)
    {
        if (visit.Does is not ("look" or "add"))
        {
            return ConsoleAnswer.NoSuchButton;
        }

        var cohort = await reader.ReadAsync(visit.CohortId, cancellation);
        var words = pages.WordsOf("console/people");
        if (Sent(visit) is not { Length: > 0 } bytes)
        {
            return Show(visit, cohort).Refused(Refusal.Invalid("/table", words["table.missing"]));
        }

        var choice = Choice(visit);
        var sent = PeopleBody.Read(bytes, "", choice);
        var added = await sent.Then(s => s.Read(choice, cohort.Scheme))
            .ThenAsync(table => adder.TakeAsync(cohort, table, dryRun: visit.Does == "look", cancellation));
        if (visit.Does == "add" && added.Succeeded)
        {
            return ConsoleAnswer.Done($"cohorts/{visit.CohortId}/people", new Deed("people-added")) with { Nudges = visit.CohortId };
        }

        var preview = Preview(cohort, bytes, sent.Value as SentPeople.Table, choice, added.Value);
        var shown = Show(visit, cohort, preview);
        return added.Succeeded ? shown : shown.Refused(added.Refusal);
    }

    /// <summary>A file goes before what was pasted; what was looked at travels along.</summary>
    private static byte[] Sent(Visit visit)
    {
        if (visit.File is { Bytes.Length: > 0 } file)
        {
            return file.Bytes;
        }

        var kept = new byte[visit.Typed("kept").Length];
        return kept.Length > 0 && Convert.TryFromBase64String(visit.Typed("kept"), kept, out var length)
            ? kept[..length]
            : Encoding.UTF8.GetBytes(visit.Typed("table").Trim());
    }

    private static ColumnChoice Choice(Visit visit)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        var leaveOut = new List<string>();
        for (var n = 0; visit.Posted.TryGetValue($"heading-{n}", out var heading); n++)
        {
            var column = visit.Typed($"{Column}{n}");
            if (column == "-")
            {
                leaveOut.Add(heading);
            }
            else if (column.Length > 0)
            {
                columns.TryAdd(column, heading);
            }
        }

        return new ColumnChoice(columns, leaveOut);
    }

    private static Dictionary<string, object?> Preview(
        CohortSnapshot cohort, byte[] bytes, SentPeople.Table? table, ColumnChoice choice, AddedPeople? would)
    {
        var read = would?.File?.Columns;
        return Of(
            ("kept", Convert.ToBase64String(bytes)),
            ("columns", PersonRow.ColumnsOf(cohort.Scheme).Concat([PeopleColumns.FirstName, PeopleColumns.LastName]).ToList()),
            ("headings", (table?.Headings.Cells ?? []).Select(h => h.Trim()).Where(h => h.Length > 0).Select((heading, n) => Of(
                ("n", n),
                ("heading", heading),
                ("column", choice.LeaveOut.Contains(heading) || would?.File?.LeftOut.Contains(heading) == true ? "-"
                    : choice.Columns.FirstOrDefault(c => c.Value == heading).Key ?? read?.GetValueOrDefault(heading)
                    ?? PeopleColumns.Of(heading) ?? ""))).ToList()),
            ("added", would?.Added ?? 0),
            ("changed", would?.Changed ?? 0),
            ("already", would?.AlreadyThere ?? 0),
            ("refused", would?.Refused ?? 0),
            ("may_add", would is { } w && w.Added + w.Changed > 0),
            ("rows", (would?.Rows ?? []).Where(r => r.Outcome != RowOutcomeKind.AlreadyThere).Take(MostRows).Select(r => Of(
                ("place", r.Place),
                ("outcome", r.Outcome.ToString().ToLowerInvariant()),
                ("about", string.Join(", ", r.Changed ?? [])),
                ("problems", (r.Problems ?? []).Select(p => p.Sentence).ToList()))).ToList()),
            ("more", Math.Max(0, (would?.Rows.Count(r => r.Outcome != RowOutcomeKind.AlreadyThere) ?? 0) - MostRows)),
            ("managers", (would?.Warnings.ManagersNotHere ?? []).Select(m => Of(
                ("name", m.Manager), ("meant", m.DidYouMean.ToList()))).ToList()),
            ("alike", (would?.Warnings.AlikeLabels ?? []).Select(a => Of(
                ("column", a.Column), ("one", a.One), ("other", a.Other))).ToList()));
    }

    private static ConsoleAnswer Show(Visit visit, CohortSnapshot cohort, Dictionary<string, object?>? preview = null)
    {
        var all = ListedPeople.Of(cohort).People;
        var paired = cohort.Pairs.Where(p => p.IsRunning).SelectMany(p => new[] { p.MentorId, p.MenteeId })
            .ToHashSet(StringComparer.Ordinal);
        var q = visit.Asked("q").Trim();
        var show = visit.Asked("show");
        var found = all.Where(p => q.Length == 0 || new[] { p.Name, p.Email, p.Organisation, p.Team, p.Rank }
                .Any(t => t.Contains(q, StringComparison.OrdinalIgnoreCase)))
            .Where(p => show.Length == 0 || show == StateOf(p, paired) || (show == "answered" && p.PenPortraitAt is not null)).ToList();
        var pageCount = Math.Max(1, (found.Count + OnPage - 1) / OnPage);
        var page = int.TryParse(visit.Asked("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        page = Math.Clamp(page, 1, pageCount);
        return new ConsoleAnswer("people", Of(
            ("total", all.Count),
            ("silent", all.Count(p => StateOf(p, paired) == "silent")),
            ("answered", all.Count(p => p.PenPortraitAt is not null)),
            ("undelivered", all.Count(p => p.NoMailSince is not null)),
            ("mentors", cohort.People.Count(p => p is { TakesPart: true, IsMentor: true })),
            ("mentees", cohort.People.Count(p => p is { TakesPart: true, IsMentee: true })),
            ("started", cohort.Cohort.Status != CohortStatus.Draft),
            ("may_add", LateJoiners.WhyNotAdd(cohort, visit.Now) is null),
            ("deadline", visit.When(cohort.Instant(cohort.Definition.PortraitDeadline))),
            ("people", found.Skip((page - 1) * OnPage).Take(OnPage).Select(p => Of(
                ("id", p.Id),
                ("name", p.Name),
                ("mentor", cohort.FindPerson(p.Id)?.IsMentor ?? false),
                ("role", p.Role),
                ("about", string.Join(", ", new[] { p.Rank, p.Organisation, p.Team }.Where(t => t.Length > 0))),
                ("state", StateOf(p, paired)))).ToList()),
            ("found", found.Count),
            ("q", q),
            ("query", Uri.EscapeDataString(q)),
            ("show", show),
            ("page", page),
            ("pages", pageCount),
            ("table", visit.Typed("table")),
            ("columns_there", PersonRow.ColumnsOf(cohort.Scheme).ToList()),
            ("ranks", cohort.Scheme.Ranks.Select(r => Of(
                ("organisation", r.Organisation), ("ranks", r.Ranks.Select(x => x.Name).ToList()))).ToList()),
            ("preview", preview)))
        {
            Place = "people",
        };
    }

    internal static string StateOf(ListedPerson person, IReadOnlySet<string> paired) =>
        person.LeftAt is not null ? "left"
        : person.NoMailSince is not null ? "undelivered"
        : paired.Contains(person.Id) ? "paired"
        : person.PenPortraitAt is not null ? "waiting"
        : "silent";
}
