using System.Globalization;
using System.Text;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Time;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Files;

/// <summary>
/// The evaluation's report as one page that can be kept and passed on. It has what the report has: nothing below the thresholds.
/// </summary>
public sealed class ReportFile(string templatesFolder)
{
    private const string Path = "files/report.html";

    private readonly Lazy<TemplateFile> _template = new(() => new TemplateFile(Path, new TemplateCatalogue(templatesFolder).Read(Path)));

    /// <returns>UTF-8; the same report gives the same bytes.</returns>
    public byte[] Render(Report report, CohortDefinition cohort) => Encoding.UTF8.GetBytes(
        _template.Value.Render(new HtmlContext(ScriptModel.From(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["cohort_name"] = cohort.Name,
            ["made_at"] = InWords.DateAndTime(report.MadeAt, cohort.Zone),
            ["asked"] = report.Asked,
            ["answered"] = report.Answered,
            ["pairs"] = report.Pairs,
            ["pairs_completed"] = report.PairsCompleted,
            ["sessions_held"] = report.SessionsHeld,
            ["questions"] = report.Questions.Select(Shown),
            ["comments"] = report.Comments,
            ["thresholds"] = report.Thresholds,
        }))));

    private static Dictionary<string, object?> Shown(QuestionResult question) => new(StringComparer.Ordinal)
    {
        ["text"] = question.Question,
        ["mean"] = question.Mean?.ToString("0.0", CultureInfo.InvariantCulture) ?? "not shown",
        ["answers"] = question.Answers,
    };
}
