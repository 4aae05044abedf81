using System.Collections.Concurrent;
using System.Text;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Files;

/// <summary>
/// The evaluation's report as one page that can be kept and passed on. It has what the report has: nothing below the thresholds.
/// </summary>
public sealed class ReportFile(string templatesFolder)
{
    private readonly TemplateCatalogue _catalogue = new(templatesFolder);
    private readonly ConcurrentDictionary<string, TemplateFile> _templates = new(StringComparer.Ordinal);

    /// <returns>UTF-8; the same report gives the same bytes.</returns>
    public byte[] Render(Report report, CohortDefinition cohort, Scheme scheme) => Encoding.UTF8.GetBytes(
        TemplateIn(scheme.Language).Render(new HtmlContext(ScriptModel.From(ValuesOf(report, cohort, scheme)))));

    /// <summary>What a page or file that shows the report may use.</summary>
    public static Dictionary<string, object?> ValuesOf(Report report, CohortDefinition cohort, Scheme scheme) =>
        new(StringComparer.Ordinal)
        {
            ["language"] = scheme.Language,
            ["cohort_name"] = cohort.Name,
            ["made_at"] = scheme.Words.DateAndTimeOf(report.MadeAt, cohort.Zone),
            ["asked"] = report.Asked,
            ["answered"] = report.Answered,
            ["pairs"] = report.Pairs,
            ["pairs_completed"] = report.PairsCompleted,
            ["sessions_held"] = report.SessionsHeld,
            ["questions"] = report.Questions.Select(Shown).ToList(),
            ["comments"] = report.Comments,
            ["thresholds"] = report.Thresholds,
        };

    private TemplateFile TemplateIn(string language) => _templates.GetOrAdd(
        _catalogue.PathOf(language, "files/report.html"), path => new TemplateFile(path, _catalogue.Read(path)));

    private static Dictionary<string, object?> Shown(QuestionResult question) => new(StringComparer.Ordinal)
    {
        ["text"] = question.Question,
        ["mean"] = question.Mean,
        ["answers"] = question.Answers,
    };
}
