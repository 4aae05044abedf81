using Microsoft.AspNetCore.Http;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Staff;
using ReverseMentoring.Functions.Files;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.StaffConsole.Reports;

/// <summary>The report as a table or as a page to keep: what its page shows, and no more.</summary>
public sealed class ReportTablePage(ICohortStore store, ReportFile file, PageRenderer pages) : ConsolePage
{
    public override string Route => "cohorts/{cohort}/report/{name}";

    public override Audience Audience => Audience.Team;

    public override async Task<ConsoleAnswer> ShowAsync(Visit visit, CancellationToken cancellation)
    {
        if (await store.FindAsync<Report>(visit.CohortId, Report.DocumentId, cancellation) is not { Value: { } report })
        {
            return ConsoleAnswer.NothingHere;
        }

        var words = pages.WordsOf("console/report");
        return visit.Route["name"] switch
        {
            "report.csv" => Download(visit, ReportExport.Write(report, key => words[$"row.{key}"]), "text/csv; charset=utf-8"),
            "report.html" => Download(visit, file.Render(report, visit.Cohort.Definition, visit.Cohort.Scheme), "text/html; charset=utf-8"),
            _ => ConsoleAnswer.NothingHere,
        };
    }

    private static ConsoleAnswer Download(Visit visit, byte[] bytes, string contentType) => ConsoleAnswer.NothingHere with
    {
        File = Results.File(bytes, contentType, $"{visit.CohortId}-{visit.Route["name"]}"),
    };
}
