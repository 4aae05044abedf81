using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Programme;

/// <summary>Which link an email carries, how long it works, and until when an answer through it counts.</summary>
public static class LinkLife
{
    /// <summary>A link outlives its form by this long, so that a late visitor reads that the form is closed instead of "unknown link".</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    /// <summary>The withdraw link in every footer works this long from the sending of the email.</summary>
    public static readonly TimeSpan Withdrawal = TimeSpan.FromDays(365);

    /// <summary>A fact of an email that says its reader may choose whether to wait for another match.</summary>
    public const string WaitingFact = "waiting";

    /// <summary>The form an email asks to fill in, or null where it asks for nothing.</summary>
    public static LinkPurpose? PurposeOf(OutboxMail mail) => mail.Template switch
    {
        Templates.Invitation or Templates.PortraitReminder or Templates.PortraitReceipt => LinkPurpose.PenPortrait,
        Templates.SessionCheck or Templates.SessionNudge => LinkPurpose.SessionCheck,
        Templates.ReflectionOpening or Templates.ReflectionReminder => LinkPurpose.Reflection,
        Templates.EvaluationOpening or Templates.EvaluationReminder => LinkPurpose.Evaluation,
        Templates.MatchOffer or Templates.MatchReminder => LinkPurpose.MatchOffer,
        Templates.NotMatched or Templates.MatchNotAvailable or Templates.PairingEnded => LinkPurpose.WaitingList,
        Templates.PartnerWithdrew when mail.Facts.ContainsKey(WaitingFact) => LinkPurpose.WaitingList,
        Templates.Introduction => LinkPurpose.WhyThisMatch,
        Templates.FreshLink => Enum.Parse<LinkPurpose>(mail.Facts["purpose"]),
        _ => null,
    };

    /// <summary>Emails to the coordinator that lead to the proposal, which their key opens.</summary>
    public static bool LeadsToMatching(OutboxMail mail) => mail.Template is Templates.MatchesProposed or Templates.ReleaseReminder or Templates.ConsentClosed or Templates.LateJoiners;

    /// <summary>Nudges carry a way to stop nudges (RFC 8058); what a person has to know does not.</summary>
    public static bool CanBePaused(OutboxMail mail) => mail.Template is Templates.SessionNudge or Templates.ReflectionReminder or Templates.EvaluationReminder;

    /// <summary>From this instant on a posted answer is too late; null: never.</summary>
    /// <param name="person">Whose link it is: a late joiner has a deadline of their own.</param>
    public static DateTimeOffset? Closes(LinkPurpose purpose, int number, CohortDefinition cohort, Person? person) => purpose switch
    {
        LinkPurpose.PenPortrait => LateJoiners.Deadline(person, cohort),
        LinkPurpose.WaitingList => cohort.Zone.ToInstant(cohort.Launch.At),
        LinkPurpose.SessionCheck => cohort.Zone.ToInstant(cohort.Sessions.Closes(number)),
        LinkPurpose.Reflection => cohort.Zone.ToInstant(cohort.Sessions.Closes(number).AddDays(cohort.Reflections.WindowDays)),
        LinkPurpose.Evaluation => cohort.Zone.ToInstant(cohort.Evaluation.Closes),
        _ => null,
    };

    public static DateTimeOffset Expires(LinkPurpose purpose, int number, CohortDefinition cohort, Person? person, DateTimeOffset now) =>
        Closes(purpose, number, cohort, person) is { } closes ? closes + Grace : now + Withdrawal;

    /// <summary>Past the launch no match is looked for, so an email that leaves then offers no waiting.</summary>
    public static bool IsOffered(LinkPurpose purpose, CohortDefinition cohort, DateTimeOffset now) =>
        purpose != LinkPurpose.WaitingList || now < cohort.Zone.ToInstant(cohort.Launch.At);
}
