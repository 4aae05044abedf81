using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Domain.Timeline;

namespace ReverseMentoring.Rehearsal.Record;

/// <summary>What the screen shows at the end: the timeline as it happened, counts, and where everything is.</summary>
internal static class Summary
{
    public static void Print(PlayedRehearsal played, TextWriter to)
    {
        var cohort = played.Cohorts[0];
        to.WriteLine();
        to.WriteLine($"{cohort.Definition.Name}, as it happened ({cohort.Definition.Zone.InWords}):");
        foreach (var step in CohortTimeline.Of(cohort, played.Ended).Steps.Where(s => s.DoneAt is not null))
        {
            var local = cohort.Definition.Zone.ToLocal(step.DoneAt!.Value);
            var late = step.DoneAt - step.Due > TimeSpan.FromMinutes(30) ? $"  (planned for {InWords.DateAndTime(step.Due!.Value, cohort.Definition.Zone)})" : "";
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {local:ddd d MMM yyyy HH:mm}  {step.Name}{(step.State == StepState.Skipped ? "  skipped" : "")}{late}"));
        }

        to.WriteLine();
        to.WriteLine($"{played.Record.Count("emails")} emails, {played.Record.Count("replies")} replies, {played.Record.Count("pages")} pages, {played.Record.Count("pairs")} pairs");
        foreach (var (what, count) in played.Record.Counts.Where(c => c.Key.Contains(' ', StringComparison.Ordinal)).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,5}  {what}"));
        }

        to.WriteLine();
        to.WriteLine($"Emails: {Show(played.Folder, "emails")}   (.eml: any mail program opens them)");
        to.WriteLine($"Pages:  {Show(played.Folder, "pages")}   (.html)");
        if (played.Trace is not null)
        {
            to.WriteLine($"Trace:  {played.Trace}");
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Took {played.Took.TotalSeconds:0.0} s, memory at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB."));
        to.WriteLine();
        if (played.Failures.Count == 0)
        {
            to.WriteLine("The cohort ended as its script says.");
            return;
        }

        to.WriteLine("The cohort did NOT end as its script says:");
        foreach (var failure in played.Failures)
        {
            to.WriteLine($"  - {failure}");
        }
    }

    private static string Show(string folder, string part) => Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(folder, part));
}
