using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Programme;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>What the screen shows at the end: the timeline as it happened, counts, and where everything is.</summary>
public static class Summary
{
    private static readonly Style Heading = new(decoration: Decoration.Bold);

    public static void Print(PlayedRehearsal played, IAnsiConsole to)
    {
        var cohort = played.Cohorts[0];
        to.WriteLine();
        to.WriteLine($"{cohort.Definition.Name}, as it happened ({cohort.Scheme.Words.ZoneOf(cohort.Definition.Zone)}):", Heading);
        to.Write(Timeline(cohort, played.Ended));
        to.WriteLine();
        to.WriteLine(
            $"{played.Record.Count("emails")} emails, {played.Record.Count("replies")} replies, {played.Record.Count("pages")} pages, "
                + $"{played.Record.Count("pairs")} pairs",
                Heading);
        to.Write(Counts(played.Record));
        to.WriteLine();
        to.WriteLine($"Emails: {Show(played.Folder, "emails")}   (.eml: any mail program opens them)");
        to.WriteLine($"Pages:  {Show(played.Folder, "pages")}   (.html)");
        if (played.Trace is not null)
        {
            to.WriteLine($"Trace:  {played.Trace}");
        }

        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Took {played.Took.TotalSeconds:0.0} s, memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB."));
        to.WriteLine();
        if (played.Failures.Count == 0)
        {
            to.WriteLine("The cohort ended as its script says.", Color.Green);
            return;
        }

        to.WriteLine("The cohort did NOT end as its script says:", Color.Red);
        foreach (var failure in played.Failures)
        {
            to.WriteLine($"  - {failure}");
        }
    }

    private static Grid Timeline(CohortSnapshot cohort, DateTimeOffset ended)
    {
        var zone = cohort.Definition.Zone;
        var table = new Grid().AddColumns(Column(), Column(), Column());
        foreach (var step in MentoringProgramme.TimelineOf(cohort, ended).Steps.Where(s => s.DoneAt is not null))
        {
            var remarks = new List<string>();
            if (step.State == StepState.Skipped)
            {
                remarks.Add("skipped");
            }

            if (step.DoneAt - step.Due > TimeSpan.FromMinutes(30))
            {
                remarks.Add($"(planned for {cohort.Scheme.Words.DateAndTimeOf(step.Due!.Value, zone)})");
            }

            table.AddRow(Cells(
                zone.ToLocal(step.DoneAt!.Value).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture),
                step.Name,
                string.Join(' ', remarks)));
        }

        return table;
    }

    private static Grid Counts(Recorder record)
    {
        var table = new Grid().AddColumns(Column().RightAligned(), Column());
        foreach (var (what, count) in record.Counts.Where(c => c.Key.Contains(' ', StringComparison.Ordinal))
            .OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            table.AddRow(Cells(count.ToString(CultureInfo.InvariantCulture), what));
        }

        return table;
    }

    private static GridColumn Column() => new GridColumn().NoWrap().Padding(2, 0, 0, 0);

    /// <summary>As they are: nothing in them is a colour or a style.</summary>
    private static IRenderable[] Cells(params string[] texts) => [.. texts.Select(text => new Text(text))];

    private static string Show(string folder, string part) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder, part));
}
