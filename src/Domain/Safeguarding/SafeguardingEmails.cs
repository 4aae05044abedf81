using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Safeguarding;

/// <summary>Emails about requests for help. That one was sent tells something, so none of them is named or counted to anybody.</summary>
public static class SafeguardingEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [Asked, Received, PassedOn];

    /// <summary>To the safeguarding lead and the deputies: somebody asks; who, and for what, is on the page behind their sign-in.</summary>
    public static readonly EmailDeclaration Asked = new("help-asked") { IsConfidential = _ => true, ConsolePage = "care" };

    /// <summary>To whoever asked: it has arrived.</summary>
    public static readonly EmailDeclaration Received = new("help-received")
    {
        ReachesLeavers = true,
        IsConfidential = _ => true,
        Values = c => Of(("lead", c.Definition.Safeguarding.FirstOrDefault()?.Name ?? c.Scheme.Contact.Name)),
    };

    /// <summary>To whoever asked: something had to be passed on, to whom and why.</summary>
    public static readonly EmailDeclaration PassedOn = new("confidence-exception")
    {
        ReachesLeavers = true,
        IsConfidential = _ => true,
        Reads = mail => [new Need.One<HelpRequest>(RequestOf(mail))],
        Values = c =>
        {
            var exception = c.Read.One<HelpRequest>() is { Exceptions.Count: > 0 } request
                ? request.Exceptions[Math.Min(c.Mail.Number, request.Exceptions.Count) - 1]
                : null;
            return Of(
                ("lead", c.Definition.Safeguarding.FirstOrDefault()?.Name ?? c.Scheme.Contact.Name),
                ("what", exception?.What ?? ""),
                ("to", exception?.To ?? ""),
                ("why", exception?.Why ?? ""));
        },
    };

    /// <summary>The email that tells of an entry of the register.</summary>
    /// <param name="number">The entry's place in the request, counted from 1.</param>
    public static OutboxMail Tells(HelpRequest request, int number, DateTimeOffset now) =>
        OutboxMail.Planned(
            request.CohortId, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{request.Id}.{number}"),
            PassedOn.Template, request.PersonId, now) with
        {
            Number = number,
        };

    private static string RequestOf(OutboxMail mail) => mail.StepId.Split('.')[0];
}
