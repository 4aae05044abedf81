using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Recruiting;

/// <summary>
/// Emails to people who are not in the cohort yet: they are named by their application's id, and by nothing else once sent.
/// </summary>
public static class RecruitingEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Confirm, Nominated, Accepted, Helper, Declined, Waiting];

    /// <summary>To an address that somebody typed: it counts once the link is followed and its button pressed.</summary>
    public static readonly EmailDeclaration Confirm = new("application-confirm")
    {
        IsOnDemand = true,
        OpensApplication = true,
        Values = c => Of(("until", c.When(c.Mail.PlannedAt + Application.TimeToConfirm)), ("answered_by", AnsweredBy(c))),
    };

    /// <summary>To somebody who was put forward.</summary>
    public static readonly EmailDeclaration Nominated = new("application-nominated")
    {
        IsOnDemand = true,
        OpensApplication = true,
        Reads = mail => [new Need.One<Application>(mail.PersonId)],
        Values = c => Of(
            ("by", c.Read.One<Application>()?.NominatedBy ?? ""),
            ("until", c.When(c.Mail.PlannedAt + Application.TimeToConfirm)),
            ("closes", c.Definition.Applications is { } plan ? c.When(plan.Closes) : "")),
    };

    /// <summary>To somebody who has a place before the invitations go out.</summary>
    public static readonly EmailDeclaration Accepted = new("application-accepted")
    {
        EndsWithCancellation = true,
        Values = c => Of(("words", c.Person?.AcceptedWith ?? ""), ("opens", c.When(c.Definition.EnrolmentOpens))),
    };

    public static readonly EmailDeclaration Helper = new("application-helper")
    {
        Reads = mail => [new Need.One<Application>(mail.PersonId)],
        Values = c => Of(("words", c.Read.One<Application>()?.Words ?? ""), ("coordinator", c.Definition.Coordinator.Name)),
    };

    public static readonly EmailDeclaration Declined = new("application-declined")
    {
        Reads = mail => [new Need.One<Application>(mail.PersonId)],
        Values = c => Of(
            ("late", c.Read.One<Application>()?.Answer == ApplicationAnswer.Late),
            ("words", c.Read.One<Application>()?.Words ?? ""),
            ("other_ways", c.Scheme.Recruiting?.OtherWays ?? ""),
            ("kept_days", Application.KeptDeclined.Days)),
    };

    public static readonly EmailDeclaration<WaitingApplications> Waiting = new("applications-waiting")
    {
        EndsWithCancellation = true,
        ConsolePage = "applications",
        ValuesWith = (c, facts) => Of(("waiting", facts.Count), ("answered_by", AnsweredBy(c))),
    };

    /// <summary>An email to an applicant; the address stands in it until it has left.</summary>
    /// <param name="step">What asked for it; one email for each.</param>
    public static OutboxMail To(Application application, EmailDeclaration email, string step, CohortSnapshot cohort, DateTimeOffset now) =>
        OutboxMail.Planned(application.CohortId, step, email.Template, application.Id, now) with
        {
            Departed = new DepartedRecipient(application.Name, application.Email, cohort.Scheme.Words.RoleOf(RoleOf(application.Wish)))
            {
                IsApplicant = true,
            },
        };

    /// <summary>What tells of the answer, under one id however often it is planned.</summary>
    public static OutboxMail Answer(Application application, CohortSnapshot cohort, DateTimeOffset now) =>
        To(application, application.Helps ? Helper : Declined, "application-answer", cohort, now);

    public static Roles RoleOf(Wish wish) => wish switch
    {
        Wish.ReverseMentor => Roles.ReverseMentor,
        Wish.ReverseMentee => Roles.ReverseMentee,
        Wish.Helper => Roles.None,
        var other => throw new ArgumentOutOfRangeException(nameof(wish), other, "Nothing says which role this is."),
    };

    private static string AnsweredBy(EmailContext c) => c.Definition.Applications is { } plan ? c.When(plan.AnsweredBy) : "";
}

/// <param name="Count">Applications that wait for an answer.</param>
public sealed record WaitingApplications(int Count);
