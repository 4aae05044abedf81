using System.Text.Json;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Counts what happens, and passes it on.</summary>
public sealed class CountingObserver(ICohortObserver inner, ServiceTelemetry telemetry) : ICohortObserver
{
    public void StepDone(string cohortId, string stepId, string name, bool skipped, DateTimeOffset at)
    {
        telemetry.Steps.Add(1, new(Tags.Step, name), new(Tags.Outcome, skipped ? "skipped" : "done"));
        inner.StepDone(cohortId, stepId, name, skipped, at);
    }

    public void MailSettled(OutboxMail mail, DateTimeOffset at)
    {
        telemetry.Mails.Add(1, new(Tags.Template, mail.Template), new(Tags.Outcome, Word(mail.State)));
        inner.MailSettled(mail, at);
    }

    public void MailThrottled(string cohortId, TimeSpan wait, DateTimeOffset at)
    {
        telemetry.Throttlings.Add(1);
        inner.MailThrottled(cohortId, wait, at);
    }

    public void MailReported(OutboxMail mail, DeliveryResult result, DateTimeOffset at)
    {
        telemetry.MailReports.Add(1, new(Tags.Template, mail.Template), new(Tags.Outcome, Word(result)));
        inner.MailReported(mail, result, at);
    }

    public void Answered(string cohortId, string personId, string form, int number, DateTimeOffset at)
    {
        telemetry.Replies.Add(1, new KeyValuePair<string, object?>(Tags.Form, form));
        inner.Answered(cohortId, personId, form, number, at);
    }

    public void Matched(string cohortId, string pairId, string mentorId, string menteeId, DateTimeOffset at) =>
        inner.Matched(cohortId, pairId, mentorId, menteeId, at);

    public void Erased(string cohortId, string personId, ErasureReason because, DateTimeOffset at)
    {
        telemetry.Erasures.Add(1, new KeyValuePair<string, object?>(Tags.Reason, Word(because)));
        inner.Erased(cohortId, personId, because, at);
    }

    public void Problem(string cohortId, string what, DateTimeOffset at)
    {
        telemetry.Problems.Add(1);
        inner.Problem(cohortId, what, at);
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
