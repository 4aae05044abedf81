using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Links;

/// <summary>Links that open an application, for somebody who is not in the cohort yet.</summary>
internal static class ApplicantLinks
{
    /// <summary>What such a link is for, as it is stored.</summary>
    public const string Purpose = "application";

    public static LinkGrant To(OutboxMail mail, DateTimeOffset until) => new()
    {
        CohortId = mail.CohortId,
        Id = "",
        PersonId = mail.PersonId,
        Purpose = Purpose,
        Expires = until,
    };
}
