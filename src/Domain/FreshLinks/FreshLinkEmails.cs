using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.FreshLinks;

/// <summary>A fresh link for somebody who lost theirs, to the form that would be asked of them now.</summary>
public static class FreshLinkEmails
{
    internal static IReadOnlyList<EmailDeclaration> All => [FreshLink];

    public static readonly EmailDeclaration<FreshLinkFacts> FreshLink = new("fresh-link")
    {
        IsRepeat = true,
        FormKeyWith = facts => facts.Form,
        Values = c => Of(("purpose", c.Words("asked_for"))),
    };

    /// <param name="step">What asked for it; one email for each.</param>
    public static OutboxMail To(Person person, FormDeclaration form, AskedForm asked, string step, DateTimeOffset now) => FreshLink.With(
        OutboxMail.Planned(person.CohortId, step, FreshLink.Template, person.Id, now) with { PairId = asked.PairId, Number = asked.Number },
        new FreshLinkFacts(form.Key));
}

/// <param name="Form">The key of the form that it opens.</param>
public sealed record FreshLinkFacts(string Form);
