using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
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
        IsOnDemand = true,
        ReachesLeavers = true,
        FormKeyWith = facts => facts.Form,
        Values = c => Of(("purpose", c.Words("asked_for"))),
    };

    /// <summary>One for each who asked and takes part, or can still come back, to the form that would be asked of them now.</summary>
    /// <param name="now">UTC.</param>
    public static IEnumerable<OutboxMail> ToThose(
        DeclaredProgramme programme, CohortSnapshot cohort, IReadOnlyList<AskedFreshLink> asked, DateTimeOffset now)
    {
        var people = cohort.People.Where(p => p.TakesPart || p.IsLeaving)
            .ToLookup(p => FreshLinkLedger.KeyOf(p.Email), StringComparer.Ordinal);
        return from one in asked.DistinctBy(a => a.Address)
               from person in people[one.Address].Take(1)
               let form = programme.AskedOf(person, cohort, now)
               let step = $"fresh-{one.At.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}"
               select To(person, form.Form, form.Asked, step, now);
    }

    /// <param name="step">What asked for it; one email for each.</param>
    public static OutboxMail To(Person person, FormDeclaration form, AskedForm asked, string step, DateTimeOffset now) => FreshLink.With(
        OutboxMail.Planned(person.CohortId, step, FreshLink.Template, person.Id, now) with { PairId = asked.PairId, Number = asked.Number },
        new FreshLinkFacts(form.Key));
}

/// <param name="Form">The key of the form that it opens.</param>
public sealed record FreshLinkFacts(string Form);
