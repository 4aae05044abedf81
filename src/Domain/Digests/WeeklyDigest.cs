using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Leaving;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Sessions;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Digests;

/// <summary>
/// One email a week to a coordinator who wishes it so, in place of one for each email that came back, each person who left and each session
/// that pairs missed. What waits for a decision still comes by itself.
/// </summary>
public static class WeeklyDigest
{
    /// <summary>Why an email that the digest takes up is not sent by itself.</summary>
    public const string Bundled = "it is in the weekly digest";

    private const int Hour = 9;

    private static EmailDeclaration[] TakenUp => [LeavingEmails.ParticipantWithdrew, DeliveryEmails.Undelivered, SessionEmails.Missed];

    /// <summary>Nothing happens any more but erasures.</summary>
    private static readonly TimeSpan AfterEvaluation = TimeSpan.FromDays(28);

    internal static readonly StepDeclaration Step = new()
    {
        Kind = "weekly-digest",
        Order = 330,
        OnDayOff = DayOff.Moves,
        EndsWithCancellation = false,
        IsRoutine = true,
        Reads = [new Need.All<OutboxMail>(OutboxMail.SettledKind), new Need.All<OutboxMail>(OutboxMail.OpenKind)],
        Occurs = (step, cohort, _) => Next(cohort, Last(step, cohort)) is { } next ? [step.Next(cohort.Cohort, next)] : [],
        Plan = Plan,
    };

    internal static readonly EmailDeclaration<DigestFacts> Email = new("weekly-digest")
    {
        Reads = _ => [new Need.All<OutboxMail>(OutboxMail.SettledKind)],
        ValuesWith = Values,
    };

    /// <summary>Why an email is not sent by itself: it waits for the digest, as long as one comes.</summary>
    internal static string? WhyNotAlone(EmailDeclaration email, EmailContext c) =>
        c.ForCoordinator && TakenUp.Contains(email) && Next(c.Cohort, c.Now) is not null ? Bundled : null;

    private static DateTimeOffset? Last(StepDeclaration step, CohortSnapshot cohort) =>
        cohort.Cohort.Steps.Where(s => s.Kind == step.Kind).Select(s => (DateTimeOffset?)s.DoneAt).Max() ?? cohort.Cohort.StartedAt;

    /// <summary>The first Monday morning after an instant (UTC); null where no digest comes any more.</summary>
    private static DateTimeOffset? Next(CohortSnapshot cohort, DateTimeOffset? after)
    {
        if (after is not { } since || cohort.Definition.Coordinator.Mail != CoordinatorMail.Weekly)
        {
            return null;
        }

        var local = cohort.Definition.Zone.ToLocal(since);
        var monday = local.Date.AddDays(((int)DayOfWeek.Monday - (int)local.DayOfWeek + 7) % 7).AddHours(Hour);
        var next = cohort.Instant(monday);
        next = next > since ? next : cohort.Instant(monday.AddDays(7));
        return next <= cohort.Instant(cohort.Definition.Evaluation.Closes) + AfterEvaluation ? next : null;
    }

    private static Effects Plan(StepContext c)
    {
        var mails = c.Read.All<OutboxMail>();
        var told = mails.Where(m => m.Template == Email.Template).SelectMany(m => Email.FactsOf(m).Mails).ToHashSet(StringComparer.Ordinal);
        var fresh = mails.Where(m => m.Reason == Bundled && !told.Contains(m.Id)).Select(m => m.Id).Order(StringComparer.Ordinal).ToList();
        return fresh.Count == 0 ? Effects.Nothing : Effects.Mail([c.ToCoordinator(Email, new DigestFacts(fresh))]);
    }

    private static Dictionary<string, object?> Values(EmailContext c, DigestFacts facts)
    {
        var told = Told(c, facts).ToLookup(m => m.Template, StringComparer.Ordinal);
        List<Dictionary<string, object?>> Each(EmailDeclaration email) =>
            [.. told[email.Template].Select(m => email.Values(c with { Mail = m }))];
        return Of(
            ("number", told.Sum(t => t.Count())),
            ("left", Each(LeavingEmails.ParticipantWithdrew)),
            ("undelivered", Each(DeliveryEmails.Undelivered)),
            ("missed", Each(SessionEmails.Missed)));
    }

    /// <summary>What is still true of it, in the order in which it happened.</summary>
    private static List<OutboxMail> Told(EmailContext c, DigestFacts facts) =>
    [
        .. c.Read.All<OutboxMail>()
            .Where(m => facts.Mails.Contains(m.Id)
                && TakenUp.First(e => e.Template == m.Template).WhyNot(c with { Mail = m }) is null)
            .OrderBy(m => m.PlannedAt).ThenBy(m => m.Id, StringComparer.Ordinal),
    ];
}

/// <param name="Mails">Ids of the emails that it takes the place of.</param>
public sealed record DigestFacts(IReadOnlyList<string> Mails);
