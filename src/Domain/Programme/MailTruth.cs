using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;

namespace ReverseMentoring.Domain.Programme;

/// <summary>Whether a planned email is still true when its turn to be sent comes, perhaps after an outage.</summary>
public static class MailTruth
{
    /// <summary>Why an email to a suppressed address is left out; it is sent when the address is corrected.</summary>
    public const string Suppressed = "mail to this address is suppressed";

    /// <summary>What asks for something, or invites to it, that a cancelled cohort no longer has.</summary>
    private static readonly HashSet<string> OnlyWhileItRuns = new(StringComparer.Ordinal)
    {
        Templates.Invitation, Templates.PortraitReminder, Templates.MatchesProposed, Templates.ReleaseReminder, Templates.MatchOffer, Templates.MatchReminder, Templates.LateJoiners,
        Templates.Training, Templates.LaunchInvitation, Templates.SupportSession, Templates.Mixer, Templates.WashUp,
        Templates.ReflectionOpening, Templates.ReflectionReminder, Templates.EvaluationOpening, Templates.EvaluationReminder, Templates.ChangeNotice,
    };

    /// <returns>Null where it is true; else why it is left out, without personal data.</returns>
    public static string? WhyNot(OutboxMail mail, CohortSnapshot cohort, DateTimeOffset now)
    {
        if (mail.Departed is not null)
        {
            return null;
        }

        if (cohort.Cohort.CancelledAt is not null && OnlyWhileItRuns.Contains(mail.Template))
        {
            return "the cohort was cancelled";
        }

        if (mail.PersonId == OutboxMail.CoordinatorId)
        {
            return cohort.Cohort.CoordinatorSuppressedAt is not null ? Suppressed : WhyNotToCoordinator(mail, cohort.Proposal);
        }

        var d = cohort.Definition;
        var pair = mail.PairId is null ? null : cohort.Pairs.FirstOrDefault(p => p.Id == mail.PairId);
        var person = cohort.FindPerson(mail.PersonId);
        if (person is not { TakesPart: true })
        {
            return "the recipient has left";
        }

        if (person.SuppressedAt is not null)
        {
            return Suppressed;
        }

        bool Past(DateTime local) => now >= cohort.Instant(local);
        return mail.Template switch
        {
            Templates.Invitation or Templates.PortraitReminder when person.Portrait is not null => "answered meanwhile",
            Templates.Invitation or Templates.PortraitReminder when now >= LateJoiners.Deadline(person, d) => "the deadline has passed",
            Templates.MatchOffer or Templates.MatchReminder when cohort.FindOffer(mail.PairId) is not { IsOpen: true } offer || offer.QuestionOf(person.Id).Answer != ConsentAnswer.None => "no answer is awaited any more",
            Templates.NotMatched when cohort.PairsOf(person.Id).Any(p => p.IsRunning) => "matched meanwhile",
            Templates.Introduction when pair is not { IsRunning: true } => "the pair has ended",
            Templates.SessionOpening or Templates.SessionCheck or Templates.SessionNudge when pair is not { IsRunning: true } => "the pair has ended",
            Templates.SessionOpening or Templates.SessionCheck or Templates.SessionNudge when Past(d.Sessions.Closes(mail.Number)) => "the session has closed",
            Templates.SessionCheck or Templates.SessionNudge when pair!.HasMet(mail.Number) => "answered meanwhile",
            Templates.ReflectionOpening or Templates.ReflectionReminder when person.Reflected.ContainsKey(mail.Number) => "answered meanwhile",
            Templates.ReflectionOpening or Templates.ReflectionReminder when Past(d.Sessions.Closes(mail.Number).AddDays(d.Reflections.WindowDays)) => "the window has closed",
            Templates.EvaluationOpening or Templates.EvaluationReminder when person.EvaluatedAt is not null => "answered meanwhile",
            Templates.EvaluationOpening or Templates.EvaluationReminder when Past(d.Evaluation.Closes) => "the evaluation has closed",
            _ when EventOf(mail, d) is { } gathering && Past(gathering.At) => "the event has passed",
            _ => null,
        };
    }

    private static string? WhyNotToCoordinator(OutboxMail mail, Proposal? proposal) => mail.Template switch
    {
        Templates.ReleaseReminder or Templates.MatchesProposed when proposal?.ReleasedAt is not null => "released meanwhile",
        Templates.MatchesProposed when int.TryParse(mail.Facts.GetValueOrDefault("version"), out var version) && proposal?.Version > version => "a newer proposal stands",
        _ => null,
    };

    /// <summary>The gathering an invitation is to, or null.</summary>
    public static CohortEvent? EventOf(OutboxMail mail, CohortDefinition cohort) =>
        cohort.Events.FirstOrDefault(e => mail.StepId == $"{e.StepName}-invitation");
}
