using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Functions.Tests.CrashedCohort;

/// <summary>Tells nobody: what counts here is what is on disk. A problem is told on the error output.</summary>
public sealed class Silent : ICohortObserver
{
    public void StepDone(string cohortId, string stepId, string name, bool skipped, DateTimeOffset at)
    {
    }

    public void MailSettled(OutboxMail mail, DateTimeOffset at)
    {
    }

    public void MailThrottled(string cohortId, TimeSpan wait, DateTimeOffset at)
    {
    }

    public void MailReported(OutboxMail mail, DeliveryResult result, DateTimeOffset at)
    {
    }

    public void Answered(string cohortId, string personId, string form, int number, DateTimeOffset at)
    {
    }

    public void Matched(string cohortId, string pairId, string mentorId, string menteeId, DateTimeOffset at)
    {
    }

    public void Erased(string cohortId, string personId, ErasureReason because, DateTimeOffset at)
    {
    }

    public void Problem(string cohortId, string what, DateTimeOffset at) => Console.Error.WriteLine($"{at:u} {what}");
}
