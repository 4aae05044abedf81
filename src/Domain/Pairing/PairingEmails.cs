using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Privacy;
using ReverseMentoring.Domain.Programme;
using static ReverseMentoring.Domain.Programme.TemplateValues;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>The emails about matches and pairs. Counts only for the proposal; the partner's card shows shared fields only.</summary>
public static class PairingEmails
{
    internal static IReadOnlyList<EmailDeclaration> All =>
        [Proposed, ReleaseReminder, Introduction, Offer, OfferReminder, NotAvailable, PairingEnded, PairEnded, NotMatched, ConsentClosed];

    public static readonly EmailDeclaration<ProposalFacts> Proposed = new("matches-proposed")
    {
        EndsWithCancellation = true,
        StaffPage = _ => (StaffPages.Matching, null),
        WhyNotWith = (c, facts) =>
            c.Cohort.Proposal?.ReleasedAt is not null ? "released meanwhile"
            : c.Cohort.Proposal?.Version > facts.Version ? "a newer proposal stands"
            : null,
        Values = c =>
        {
            var proposal = c.Cohort.Proposal ?? throw new ArgumentException("There is no proposal to tell of.", nameof(c));
            return Of(
                ("counts", Of(
                    ("pairs", proposal.Pairs.Count),
                    ("unmatched", proposal.LeftOut.Count),
                    ("conflicts", proposal.Pairs.Count(p => p.Conflicts > 0)),
                    ("mentors", c.Cohort.People.Count(p => p is { TakesPart: true, IsMentor: true })),
                    ("mentees", c.Cohort.People.Count(p => p is { TakesPart: true, IsMentee: true })))),
                ("release_by", c.When(c.Definition.ReleaseBy)));
        },
    };

    public static readonly EmailDeclaration ReleaseReminder = new("release-reminder")
    {
        EndsWithCancellation = true,
        IsRepeat = true,
        StaffPage = _ => (StaffPages.Matching, null),
        WhyNot = c => c.Cohort.Proposal?.ReleasedAt is not null ? "released meanwhile" : null,
        Values = c => Of(("release_by", c.When(c.Definition.ReleaseBy)), ("overdue", c.Now > c.Cohort.Instant(c.Definition.ReleaseBy))),
    };

    /// <summary>
    /// Whether something to avoid could not be avoided is told to the coordinator only: here it would say something of J23.
    /// </summary>
    public static readonly EmailDeclaration Introduction = new("introduction")
    {
        KeepsQuiet = true,
        Form = WhyThisMatch.Declaration,
        WhyNot = c => c.Pair is not { IsRunning: true } ? "the pair has ended" : null,
        Values = c =>
        {
            var card = Card(c, c.Pair!.MentorId);
            card["contact"] = MailOrText(c.Partner!.Portrait?.Contact ?? c.Partner.Email);
            return Of(
                ("partner", card),
                ("launch", c.When(c.Definition.Launch.At)),
                ("at_work", AtWork(c)),
                ("undertakings", c.Scheme.Undertakings),
                ("handbook", c.Scheme.Handbook.Select(h => Of(("heading", h.Heading), ("text", h.Text))).ToList()));
        },
    };

    /// <summary>Who it would be with, before anybody has agreed: nothing by which they could be reached.</summary>
    public static readonly EmailDeclaration Offer = new("match-offer")
    {
        KeepsQuiet = true,
        IsConfidential = _ => true,
        Form = MatchAnswerForm.Declaration,
        EndsWithCancellation = true,
        WhyNot = WhyNotAsk,
        Values = c => Of(
            ("partner", Card(c, c.Offer!.MentorId)),
            ("answer_by", AnswerBy(c)),
            ("launch", c.When(c.Definition.Launch.At)),
            ("at_work", AtWork(c)),
            ("undertakings", c.Scheme.Undertakings)),
    };

    public static readonly EmailDeclaration OfferReminder = new("match-reminder")
    {
        IsConfidential = _ => true,
        Form = MatchAnswerForm.Declaration,
        EndsWithCancellation = true,
        IsRepeat = true,
        WhyNot = WhyNotAsk,
        Values = c => Of(("answer_by", AnswerBy(c))),
    };

    public static readonly EmailDeclaration NotAvailable = new("match-not-available")
    {
        KeepsQuiet = true,
        IsConfidential = _ => true,
        Form = WaitingForm.Declaration,
    };

    public static readonly EmailDeclaration PairingEnded = new("pairing-ended")
    {
        KeepsQuiet = true,
        Form = WaitingForm.Declaration,
        Values = c => Of(("ended", c.Day(c.Pair?.EndedAt ?? c.Now))),
    };

    /// <summary>A coordinator ended the pair.</summary>
    public static readonly EmailDeclaration PairEnded = new("pair-ended")
    {
        KeepsQuiet = true,
        Form = WaitingForm.Declaration,
        Values = c => Of(("ended", c.Day(c.Pair?.EndedAt ?? c.Now))),
    };

    public static readonly EmailDeclaration NotMatched = new("not-matched")
    {
        // At the end of a round of questions its number would tell how many were never asked.
        IsConfidential = mail => mail.StepId.StartsWith(ConsentSteps.Closes.Kind, StringComparison.Ordinal),
        Form = WaitingForm.Declaration,
        WhyNot = c => c.Cohort.PairsOf(c.Person!.Id).Any(p => p.IsRunning) ? "matched meanwhile" : null,
        Values = c => Of(("kept_until", c.Day(RetentionClock.RunsOut(c.Cohort.Proposal?.ReleasedAt ?? c.Now, c.Definition)))),
    };

    public static readonly EmailDeclaration<ConsentCounts> ConsentClosed = new("consent-closed")
    {
        StaffPage = _ => (StaffPages.Matching, null),
        ValuesWith = (c, counts) => Of(
            ("counts", Of(("pairs", counts.Pairs), ("not_available", counts.NotAvailable), ("without", counts.Without))),
            ("until", c.When(Rematching.IsAtWork(c.Cohort, c.Now) ? Rematching.Until(c.Cohort) : Rematching.Launch(c.Cohort)))),
    };

    /// <summary>After the launch, the session with which a new pair begins; before it, null.</summary>
    private static Dictionary<string, object?>? AtWork(EmailContext c) =>
        Rematching.IsAtWork(c.Cohort, c.Now) && Rematching.FirstSession(c.Cohort, c.Now) is var (number, closes)
            ? Of(("session", number), ("closes", c.When(closes)))
            : null;

    private static string? WhyNotAsk(EmailContext c) =>
        c.Offer is not { IsOpen: true } offer || offer.QuestionOf(c.Person!.Id).Answer != ConsentAnswer.None
            ? "no answer is awaited any more"
            : null;

    private static string AnswerBy(EmailContext c)
    {
        var offer = c.Offer ?? throw new ArgumentException("The match is not stored.", nameof(c));
        return c.When(offer.QuestionOf(c.Mail.PersonId).AnswerBy ?? c.Now.AddDays(c.Scheme.Matching.ConsentDays));
    }

    private static Dictionary<string, object?> Card(EmailContext c, string mentorId)
    {
        var partner = c.Partner ?? throw new ArgumentException("The partner is not stored.", nameof(c));
        var card = partner.Portrait is { } portrait
            ? PortraitField.ForPartner(portrait)
            : new Dictionary<string, string>(StringComparer.Ordinal);
        return Of(
            ("name", card.GetValueOrDefault("name", partner.Name)),
            ("role", c.Scheme.Words.RoleOf(mentorId == partner.Id ? Roles.ReverseMentor : Roles.ReverseMentee)),
            ("role_and_experience", card.GetValueOrDefault("role_and_experience", "")),
            ("why_interested", card.GetValueOrDefault("why_interested", "")),
            ("objectives", card.GetValueOrDefault("objectives", "")));
    }
}

/// <param name="Version">Of the proposal that the email tells of.</param>
public sealed record ProposalFacts(int Version);

/// <param name="NotAvailable">Matches that came to nothing.</param>
/// <param name="Without">People without a match.</param>
public sealed record ConsentCounts(int Pairs, int NotAvailable, int Without);
