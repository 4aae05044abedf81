using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// From the first question to the introduction, or to "not available": what the other person reads is the same whether somebody declined,
/// let the
/// time pass or left.
/// </summary>
public static class ConsentSteps
{
    /// <summary>Days before the time to answer runs out at which whoever was asked about a match is reminded.</summary>
    private const int ReminderDaysBefore = 2;

    internal static IReadOnlyList<StepDeclaration> All => [MenteeAsked, Reminder, Agreed, Unavailable, Closes];

    /// <summary>The reverse mentor agreed, so the reverse mentee is asked.</summary>
    public static readonly StepDeclaration MenteeAsked = new()
    {
        Kind = "match-asked",
        Order = 120,
        Occurs = (step, cohort, _) => cohort.Offers
            .Where(o => o is { Consent: ConsentMode.MentorFirst, Mentor.Answer: ConsentAnswer.Agreed })
            .Select(o => (Offer: o, Step: About(step, o, o.Mentor.AnsweredAt)))
            .Where(x => x.Offer.IsOpen || cohort.Cohort.HasDone(x.Step.Id)).Select(x => x.Step),
        Plan = c => OfferOf(c) is var offer && c.Cohort.FindPerson(offer.MenteeId) is { TakesPart: true } mentee
            ? Ask(c, offer) with { Mails = [c.To(mentee, PairingEmails.Offer, offer.PairId)] }
            : Ask(c, offer),
    };

    public static readonly StepDeclaration Reminder = new()
    {
        Kind = "match-reminder",
        Order = 130,
        Occurs = (step, cohort, _) => cohort.Offers.SelectMany(Reminders),
        Plan = c => c.Cohort.FindPerson(c.Step.PersonId ?? "") is { TakesPart: true } asked
            && c.Now < OfferOf(c).QuestionOf(asked.Id).AnswerBy
            ? Effects.Mail([c.To(asked, PairingEmails.OfferReminder, c.Step.PairId)])
            : Effects.TooLate,
    };

    public static readonly StepDeclaration Agreed = new()
    {
        Kind = "match-agreed",
        Order = 140,
        Occurs = (step, cohort, _) => cohort.Offers.Where(o => o.IsAgreed).Select(o => About(step, o, o.SettledAt)),
        Plan = c => OfferOf(c) is var offer ? ReleaseSteps.Introduce(c, [offer.ToPair(offer.SettledAt ?? c.Now)]) : Effects.Nothing,
    };

    public static readonly StepDeclaration Unavailable = new()
    {
        Kind = "match-unavailable",
        Order = 150,
        Occurs = (step, cohort, _) => cohort.Offers.Where(o => o.IsDeclined || o.Deadline is not null)
            .Select(o => About(step, o, o.IsDeclined ? o.SettledAt : o.Deadline)),
        Plan = c => NotAvailable(c, OfferOf(c)),
    };

    /// <summary>Once no answer is awaited any more: those without a match are told, and the coordinator.</summary>
    public static readonly StepDeclaration Closes = new()
    {
        Kind = "consent-closes",
        Order = 160,
        Occurs = (step, cohort, _) => Closing(cohort),
        Plan = Close,
    };

    /// <summary>Those who know of the match: asked, and not themselves the one who declined.</summary>
    internal static IEnumerable<Person> ThoseWhoKnow(StepContext c, MatchOffer offer) =>
        from id in new[] { offer.MentorId, offer.MenteeId }
        let question = offer.QuestionOf(id)
        where question.AskedAt is not null && question.Answer != ConsentAnswer.Declined
        let person = c.Cohort.FindPerson(id)
        where person is { TakesPart: true }
        select person;

    private static MatchOffer OfferOf(StepContext c) =>
        c.Cohort.FindOffer(c.Step.PairId) ?? throw new InvalidOperationException($"The match of the step {c.Step.Id} is not stored.");

    private static Effects Ask(StepContext c, MatchOffer offer) =>
        Effects.Write(Effects.Change(offer, stored => stored.AskMentee(c.Now, c.Cohort.Scheme.Matching.ConsentDays)));

    /// <summary>Whoever was willing waits for another match; whoever let the time pass does so only if they say they wish to.</summary>
    private static Effects NotAvailable(StepContext c, MatchOffer offer)
    {
        var told = ThoseWhoKnow(c, offer).ToList();
        return new Effects
        {
            Writes =
            [
                .. told.Select(p => Effects.Change(p, stored =>
                    offer.IsDeclined || offer.QuestionOf(p.Id).Answer == ConsentAnswer.Agreed
                        ? stored.Wait(c.Now)
                        : stored.EndMentoring(c.Now))),
                Effects.Change(offer, stored => stored.Deadline <= c.Now ? stored.Closed(c.Now) : stored),
            ],
            Mails = [.. told.Select(p => c.To(p, PairingEmails.NotAvailable, offer.PairId))],
        };
    }

    private static Effects Close(StepContext c)
    {
        // Whoever waits, or said that they do not, has been told already.
        var without = ReleaseSteps.WithoutMatch(c, [], c.Now, p => p is { WaitingSince: null, WaitingAnsweredAt: null });
        var counts = new ConsentCounts(
            c.RunningPairs.Count(),
            c.Cohort.Offers.Count(o => !o.IsOpen && !o.IsAgreed),
            c.TakingPart.Count(p => !MatchingView.HasMatch(c.Cohort, p.Id)));
        return without.And(Effects.Mail([c.ToCoordinator(PairingEmails.ConsentClosed, counts)]));
    }

    /// <summary>One for each who has not answered, where it comes a day or more after the question.</summary>
    private static IEnumerable<StepOccurrence> Reminders(MatchOffer offer) =>
        from side in new[] { (Name: "mentor", Id: offer.MentorId), (Name: "mentee", Id: offer.MenteeId) }
        let question = offer.QuestionOf(side.Id)
        where offer.IsOpen && question.Answer == ConsentAnswer.None
        let at = question.AnswerBy?.AddDays(-ReminderDaysBefore)
        where at >= question.AskedAt?.AddDays(1)
        select Reminder.About($"{offer.PairId}-{side.Name}", at) with { PairId = offer.PairId, PersonId = side.Id };

    private static IEnumerable<StepOccurrence> Closing(CohortSnapshot cohort)
    {
        var version = cohort.Offers.Select(o => o.Version).DefaultIfEmpty(0).Max();
        if (version == 0 || (cohort.Proposal is { ReleasedAt: not null } proposal && !cohort.Cohort.HasDone(proposal.ReleaseStep)))
        {
            return [];
        }

        var isOpen = cohort.Offers.Any(o => o.IsOpen);
        return
        [
            Closes.About(
                version.ToString(CultureInfo.InvariantCulture),
                isOpen ? null : cohort.Offers.Max(o => o.SettledAt),
                isOpen ? "everyone asked to have answered" : null),
        ];
    }

    private static StepOccurrence About(StepDeclaration step, MatchOffer offer, DateTimeOffset? due) =>
        step.About(offer.PairId, due) with { PairId = offer.PairId };
}
