using Microsoft.Extensions.Logging;
using ReverseMentoring.Domain;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Functions.Adapters;

/// <summary>Writes what happens to the log, by ids only, and without them where an id would tell what was answered in confidence.</summary>
public sealed partial class LoggingObserver(ILogger<LoggingObserver> logger) : ICohortObserver
{
    private const string Somebody = "somebody";

    public void StepDone(string cohortId, string stepId, string name, bool skipped, DateTimeOffset at) =>
        LogStep(cohortId, stepId, skipped ? "skipped" : "done");

    public void MailSettled(OutboxMail mail, DateTimeOffset at) => LogMail(mail.CohortId, IdOf(mail), mail.State, mail.Reason ?? "");

    public void MailThrottled(string cohortId, TimeSpan wait, DateTimeOffset at) => LogThrottling(cohortId, (int)wait.TotalSeconds);

    public void MailReported(OutboxMail mail, DeliveryResult result, DateTimeOffset at) => LogReport(mail.CohortId, IdOf(mail), result);

    public void Answered(string cohortId, string personId, string form, int number, DateTimeOffset at) =>
        LogAnswer(cohortId, MentoringProgramme.Declared.IsConfidential(form) ? Somebody : personId, form, number);

    public void Matched(string cohortId, string pairId, string mentorId, string menteeId, DateTimeOffset at) => LogMatch(cohortId, pairId);

    public void Erased(string cohortId, string personId, ErasureReason because, DateTimeOffset at) =>
        LogErasure(cohortId, personId, because);

    public void Problem(string cohortId, string what, DateTimeOffset at) => LogProblem(cohortId, what);

    private static string IdOf(OutboxMail mail) =>
        MentoringProgramme.Declared.EmailOf(mail).IsConfidential(mail) ? $"{mail.Template} to {Somebody}" : mail.Id;

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {CohortId}: step {StepId} {Outcome}")]
    private partial void LogStep(string cohortId, string stepId, string outcome);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {CohortId}: email {MailId} {State} {Reason}")]
    private partial void LogMail(string cohortId, string mailId, MailState state, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {CohortId}: the mail provider asks to wait {Seconds} s")]
    private partial void LogThrottling(string cohortId, int seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {CohortId}: email {MailId} was reported {Result}")]
    private partial void LogReport(string cohortId, string mailId, DeliveryResult result);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {CohortId}: {PersonId} answered {Form} {Number}")]
    private partial void LogAnswer(string cohortId, string personId, string form, int number);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {CohortId}: {PairId} released")]
    private partial void LogMatch(string cohortId, string pairId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {CohortId}: {PersonId} erased because of {Because}")]
    private partial void LogErasure(string cohortId, string personId, ErasureReason because);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {CohortId}: {What}")]
    private partial void LogProblem(string cohortId, string what);
}
