using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Files;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Functions.StaffConsole.Reports;

/// <summary>The evaluation's report: nothing below its thresholds is in it.</summary>
public sealed class ReportPage(ICohortStore store) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/report";

    public override Audience Audience => Audience.Team;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        var report = await store.FindAsync<Report>(visit.CohortId, Report.DocumentId, cancellation);
        var evaluation = visit.Cohort.Definition.Evaluation;
        return new ConsoleAnswer("report", Of(
            ("opens", visit.When(visit.Cohort.Instant(evaluation.Opens))),
            ("closes", visit.When(visit.Cohort.Instant(evaluation.Closes))),
            ("report", report is null ? null : Values(report.Value, visit))))
        {
            Place = "report",
        };
    }

    private static Dictionary<string, object?> Values(Report report, Visit visit)
    {
        var values = ReportFile.ValuesOf(report, visit.Cohort.Definition, visit.Cohort.Scheme);
        values["bars"] = report.Questions.Select(q => Of(
            ("text", q.Question), ("mean", q.Mean), ("answers", q.Answers), ("width", ReportBars.WidthOf(q.Mean)))).ToList();
        return values;
    }
}
