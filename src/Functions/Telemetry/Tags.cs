using System.Diagnostics;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>The attributes of spans and counters. None holds anything a person is or wrote.</summary>
internal static class Tags
{
    public const string Cohort = "reverse_mentoring.cohort.id";
    public const string StepId = "reverse_mentoring.step.id";
    public const string Step = "reverse_mentoring.step.name";
    public const string Wave = "reverse_mentoring.wave.id";
    public const string MailId = "reverse_mentoring.mail.id";
    public const string Template = "reverse_mentoring.mail.template";
    public const string Outcome = "reverse_mentoring.outcome";
    public const string Form = "reverse_mentoring.form";
    public const string Reason = "reverse_mentoring.reason";

    /// <summary>The type only: an exception's message may carry anything.</summary>
    public static void Failed(this Activity? span, Exception failure) =>
        span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.GetType().FullName);
}
