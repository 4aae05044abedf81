using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Delivery;

/// <summary>What a delivery report changes. Each of these may be asked again about the same report and then changes nothing.</summary>
public static class DeliveryRules
{
    public static bool Arrived(DeliveryResult result) => result == DeliveryResult.Delivered;

    /// <summary>The outbox record with what is known now; a report about an earlier attempt does not undo a later one.</summary>
    public static OutboxMail Reported(OutboxMail mail, DeliveryReport report) =>
        mail.DeliveryAt >= report.At ? mail : mail with { Delivery = report.Result, DeliveryAt = report.At };

    /// <summary>Nothing more is sent to a suppressed address, until somebody corrects it.</summary>
    public static Person Reported(Person person, DeliveryReport report) =>
        report.Result == DeliveryResult.Suppressed
            && person.SuppressedAt is null
            && report.At >= (person.AddressSince ?? DateTimeOffset.MinValue)
            ? person with { SuppressedAt = report.At }
            : person;

    /// <summary>The coordinator's own address: nobody can be told by email, so the cohort's status says it.</summary>
    public static Cohort Reported(Cohort cohort, DeliveryReport report) =>
        report.Result == DeliveryResult.Suppressed
            && cohort.CoordinatorSuppressedAt is null
            && report.At >= (cohort.CoordinatorAddressSince ?? DateTimeOffset.MinValue)
            ? cohort with { CoordinatorSuppressedAt = report.At }
            : cohort;

    /// <summary>
    /// Copies for the corrected address of the emails that did not arrive at the old one. One that was copied at an earlier correction is
    /// left to its
    /// copy, and one that only repeated another is left out.
    /// </summary>
    /// <param name="mails">All emails to the person.</param>
    /// <param name="since">When the address was corrected (UTC); one copy for each correction.</param>
    public static IReadOnlyList<OutboxMail> Again(DeclaredProgramme programme, IReadOnlyList<OutboxMail> mails, DateTimeOffset since) =>
    [
        .. from mail in mails
           where IsLost(mail) && !programme.EmailOf(mail).IsRepeat
           let id = string.Create(CultureInfo.InvariantCulture, $"{mail.Id}-again-{since.UtcDateTime:yyyyMMddHHmmssfff}")
           where !mails.Any(m => m.Id != id && m.CopyOf == mail.Id)
           select mail.Again(id, since),
    ];

    private static bool IsLost(OutboxMail mail) =>
        mail is { State: MailState.Skipped, WaitsForAddress: true }
            or { State: MailState.Sent, Delivery: DeliveryResult.Bounced or DeliveryResult.Suppressed };

    /// <summary>
    /// The email that tells the coordinator, once for a person's address and result; null where there is nothing to tell.
    /// </summary>
    public static OutboxMail? Notice(OutboxMail mail, Person? person, DeliveryReport report, DateTimeOffset now)
    {
        if (Arrived(report.Result) || person is not { TakesPart: true })
        {
            return null;
        }

        var since = person.AddressSince is { } at ? $"-{at.UtcDateTime:yyyyMMddHHmmss}" : "";
        var step = $"undelivered-{report.Result.ToString().ToLowerInvariant()}{since}";
        var email = DeliveryEmails.Undelivered;
        return email.With(
            OutboxMail.Planned(mail.CohortId, step, email.Template, person.Id, now) with { PersonId = OutboxMail.CoordinatorId },
            new UndeliveredFacts(person.Id, report.Result));
    }
}
