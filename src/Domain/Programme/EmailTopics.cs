using System.Globalization;
using ReverseMentoring.Domain.Delivery;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Evaluation;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Privacy;
using static ReverseMentoring.Domain.Programme.EmailValues;

namespace ReverseMentoring.Domain.Programme;

/// <summary>What each email is about, beside what all of them have.</summary>
internal static class EmailTopics
{
    public static Dictionary<string, object?> Of(EmailContext c) => c.Mail.Template switch
    {
        Templates.Invitation => Values(("deadline", Deadline(c)), ("launch", c.When(c.Definition.Launch.At)), ("minutes", 10)),
        Templates.PortraitReminder => Values(("deadline", Deadline(c))),
        Templates.PortraitReceipt => Values(
            ("deadline", Deadline(c)),
            ("shared_fields", FieldsInWords(c, Sharing.Partner)),
            ("private_fields", FieldsInWords(c, Sharing.MatchingOnly))),
        Templates.MatchesProposed => MatchingTopics.Proposed(c),
        Templates.ReleaseReminder => Values(("release_by", c.When(c.Definition.ReleaseBy)), ("overdue", c.Now > c.Cohort.Instant(c.Definition.ReleaseBy))),
        Templates.Introduction => MatchingTopics.Introduction(c),
        Templates.MatchOffer => MatchingTopics.Offer(c),
        Templates.MatchReminder => Values(("answer_by", MatchingTopics.AnswerBy(c))),
        Templates.LateJoiners => MatchingTopics.LateJoiners(c),
        Templates.MatchNotAvailable => [],
        Templates.PairingEnded => Values(("ended", c.Day(c.Pair?.EndedAt ?? c.Now))),
        Templates.ConsentClosed => MatchingTopics.ConsentClosed(c),
        Templates.NotMatched => Values(("kept_until", c.Day(RetentionClock.RunsOut(c.Cohort.Proposal?.ReleasedAt ?? c.Now, c.Definition)))),
        Templates.Training or Templates.LaunchInvitation or Templates.SupportSession or Templates.Mixer or Templates.WashUp => Event(c),
        Templates.SessionOpening or Templates.SessionCheck or Templates.SessionNudge => Values(("session", Session(c))),
        Templates.SessionMissed => MatchingTopics.Missed(c, Session(c)),
        Templates.ReflectionOpening or Templates.ReflectionReminder => Values(("reflection", Reflection(c))),
        Templates.EvaluationOpening or Templates.EvaluationReminder => Values(("evaluation", Values(
            ("closes", c.When(c.Definition.Evaluation.Closes)), ("minutes", 5), ("thresholds", ReportMaker.Thresholds)))),
        Templates.ReportReady => ReportReady(c),
        Templates.PartnerWithdrew => Values(
            ("ended", c.Day(c.Pair?.EndedAt ?? c.Now)),
            ("what_next", "The coordinator knows, and will be in touch if another match is possible. You do not need to do anything.")),
        Templates.ParticipantWithdrew => Values(
            ("pair", c.Pair?.InWords), ("role", c.Mail.Facts["role"]), ("ended", c.When(c.Mail.PlannedAt))),
        Templates.WithdrawalReceipt => Values(
            ("erased", new[] { "your name, address and everything you wrote in your pen portrait", "your reflections and evaluation answers", "every link we sent you" }),
            ("kept", new[] { "a record, under a number that leads to nobody, that your data was erased and when" }),
            ("asked_on", c.When(c.Mail.PlannedAt))),
        Templates.RetentionNotice => Values(
            ("erase_on", c.Day(RetentionClock.RunsOut(c.Person!, c.Definition, c.Now) ?? c.Now)),
            ("why_now", $"It will then be {Months(c)} since your own mentoring ended.")),
        Templates.ErasureReceipt => Values(
            ("erased_on", c.When(c.Mail.PlannedAt)), ("because", $"{Months(c)} have passed since your own mentoring ended"), ("proof", ErasureProof.DocumentIdOf(c.Mail.PersonId))),
        Templates.FreshLink => Values(("purpose", c.Mail.Facts["purpose_in_words"])),
        Templates.Undelivered => DeliveryTopics.Undelivered(c),
        Templates.CohortClosed => Values(
            ("people", Fact(c, "people")), ("erased", Fact(c, "erased")), ("report", $"api/cohorts/{c.Definition.Id}/report")),
        Templates.ChangeNotice => Values(("what", c.Mail.Facts["what"]), ("old", c.Mail.Facts["old"]), ("new", c.Mail.Facts["new"])),
        Templates.CohortCancelled => Values(("because", c.Cohort.Cohort.Changes.LastOrDefault(x => x.What == "cancel")?.Reason ?? "")),
        _ => [],
    };

    private static string Deadline(EmailContext c) => c.When(LateJoiners.Deadline(c.Person, c.Definition));

    private static string[] FieldsInWords(EmailContext c, Sharing sharing) =>
        [.. PortraitField.Of(c.Scheme).Where(f => f.Sharing == sharing).Select(f => PortraitLabels.Of(f, c.Scheme))];

    private static Dictionary<string, object?> Event(EmailContext c)
    {
        var e = MailTruth.EventOf(c.Mail, c.Definition) ?? throw new ArgumentException("This email is not about an event.", nameof(c));
        return Values(("event", Values(("name", e.Name), ("when", c.When(e.At)), ("where", e.Where), ("about", e.About))));
    }

    private static Dictionary<string, object?> Session(EmailContext c)
    {
        var topic = c.Scheme.SessionTopic(c.Mail.Number);
        return Values(
            ("number", c.Mail.Number),
            ("of", c.Definition.Sessions.Count),
            ("opens", c.When(c.Definition.Sessions.Opens(c.Mail.Number))),
            ("closes", c.When(c.Definition.Sessions.Closes(c.Mail.Number))),
            ("heading", topic.Heading),
            ("prompts", topic.Prompts));
    }

    private static Dictionary<string, object?> Reflection(EmailContext c) => Values(
        ("number", c.Mail.Number),
        ("of", c.Definition.Sessions.Count),
        ("closes", c.When(c.Definition.Sessions.Closes(c.Mail.Number).AddDays(c.Definition.Reflections.WindowDays))),
        ("prompts", c.Scheme.ReflectionPrompts));

    private static Dictionary<string, object?> ReportReady(EmailContext c)
    {
        var report = c.Report ?? throw new ArgumentException("There is no report to tell of.", nameof(c));
        return Values(("report", Values(
            ("answers", report.Answered),
            ("asked", report.Asked),
            ("where", c.ForCoordinator ? $"api/cohorts/{c.Definition.Id}/report" : "Ask the scheme's contact for it; it is the same report that the coordinator has."))));
    }

    private static string Months(EmailContext c) => string.Create(CultureInfo.InvariantCulture, $"{c.Definition.Retention.Months} months");

    private static int Fact(EmailContext c, string name) => int.Parse(c.Mail.Facts[name], CultureInfo.InvariantCulture);
}
