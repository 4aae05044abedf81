using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;

namespace ReverseMentoring.Domain.Programme;

/// <summary>Hears of what happened, by ids only. After a crash the same thing may be told twice.</summary>
public interface ICohortObserver
{
    void StepDone(string cohortId, string stepId, string name, bool skipped, DateTimeOffset at);

    void MailSettled(OutboxMail mail, DateTimeOffset at);

    /// <summary>The provider asks to wait; nothing was sent.</summary>
    void MailThrottled(string cohortId, TimeSpan wait, DateTimeOffset at);

    /// <summary>The provider said what became of an email it had taken.</summary>
    void MailReported(OutboxMail mail, DeliveryResult result, DateTimeOffset at);

    void Answered(string cohortId, string personId, string form, int number, DateTimeOffset at);

    void Matched(string cohortId, string pairId, string mentorId, string menteeId, DateTimeOffset at);

    void Erased(string cohortId, string personId, ErasureReason because, DateTimeOffset at);

    /// <param name="what">A sentence without personal data.</param>
    void Problem(string cohortId, string what, DateTimeOffset at);
}
