using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Resources;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>
/// Spans and counters of the service, by ids only. Names and units follow OpenTelemetry's conventions; what a function does carries the
/// "faas"
/// attributes, ours begin with "reverse_mentoring".
/// </summary>
public sealed class ServiceTelemetry : IDisposable
{
    public const string Name = "ReverseMentoring";

    /// <summary>A step done this much after its time is counted as overdue: a short queue does no harm, an hour does.</summary>
    public static readonly TimeSpan OverdueAfter = TimeSpan.FromHours(1);

    private readonly Meter _meter = new(Name);

    public ServiceTelemetry()
    {
        Mails = _meter.CreateCounter<long>("reverse_mentoring.mails", "{mail}", "Emails settled, by template and outcome.");
        MailReports = _meter.CreateCounter<long>(
            "reverse_mentoring.mail_reports", "{report}", "What the provider reported of emails it had taken.");
        Throttlings = _meter.CreateCounter<long>(
            "reverse_mentoring.mail_throttlings", "{throttling}", "Times the mail provider asked to wait.");
        Replies = _meter.CreateCounter<long>("reverse_mentoring.replies", "{reply}", "Answers of participants, by form.");
        Steps = _meter.CreateCounter<long>("reverse_mentoring.steps", "{step}", "Steps behind a cohort, by name and outcome.");
        OverdueSteps = _meter.CreateCounter<long>(
            "reverse_mentoring.steps.overdue", "{step}", "Steps done more than an hour after their time.");
        Erasures = _meter.CreateCounter<long>("reverse_mentoring.erasures", "{person}", "People erased, by reason.");
        Problems = _meter.CreateCounter<long>("reverse_mentoring.problems", "{problem}", "Times a cohort could not go on.");
    }

    public ActivitySource Source { get; } = new(Name);

    public Counter<long> Mails { get; }

    public Counter<long> MailReports { get; }

    public Counter<long> Throttlings { get; }

    public Counter<long> Replies { get; }

    public Counter<long> Steps { get; }

    public Counter<long> OverdueSteps { get; }

    public Counter<long> Erasures { get; }

    public Counter<long> Problems { get; }

    /// <summary>What is sent says that it comes from this service, and from which version; which machine it is stays here.</summary>
    public static ResourceBuilder Resource() =>
        ResourceBuilder.CreateDefault()
            .AddService("reverse-mentoring", serviceVersion: typeof(ServiceTelemetry).Assembly.GetName().Version?.ToString());

    public void Dispose()
    {
        Source.Dispose();
        _meter.Dispose();
    }

    /// <summary>A span of one function's work on a cohort; null where nobody listens.</summary>
    public Activity? Start(string span, string function, string cohortId) => Source.StartActivity(span)?
        .SetTag("faas.name", function).SetTag("faas.trigger", "other").SetTag(Tags.Cohort, cohortId);
}
