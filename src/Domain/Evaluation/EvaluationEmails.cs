using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Evaluation;

public static class EvaluationEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Opening, Reminder, Report];

    public static readonly EmailDeclaration Opening = new("evaluation-opening")
    {
        Form = EvaluationForm.Declaration,
        EndsWithCancellation = true,
        WhyNot = WhyNotAsk,
        Values = Evaluation,
    };

    public static readonly EmailDeclaration Reminder = new("evaluation-reminder")
    {
        Form = EvaluationForm.Declaration,
        EndsWithCancellation = true,
        MayBePaused = true,
        IsRepeat = true,
        WhyNot = WhyNotAsk,
        Values = Evaluation,
    };

    public static readonly EmailDeclaration Report = new("report-ready")
    {
        StaffPage = _ => (StaffPages.Report, null),
        Reads = _ => [new Need.One<Report>(Domain.Evaluation.Report.DocumentId)],
        Values = c =>
        {
            var report = c.Read.One<Report>() ?? throw new ArgumentException("There is no report to tell of.", nameof(c));
            return Of(("report", Of(
                ("answers", report.Answered),
                ("asked", report.Asked))));
        },
    };

    private static string? WhyNotAsk(EmailContext c) =>
        c.Person!.EvaluatedAt is not null ? "answered meanwhile"
        : c.IsPast(c.Definition.Evaluation.Closes) ? "the evaluation has closed"
        : null;

    private static Dictionary<string, object?> Evaluation(EmailContext c) =>
        Of(("evaluation", Of(
            ("closes", c.When(c.Definition.Evaluation.Closes)), ("minutes", 5), ("thresholds", ReportMaker.Thresholds(c.Scheme)))));
}
