using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// From the first question to the introduction, or to "not available": what everybody else can see is the same, and comes at the same time,
/// whether somebody declined or let the time pass. What would tell is confidential, and called after a time instead of a pair.
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
        IsConfidential = true,
        Occurs = (step, cohort, _) => ToAsk(cohort).Min(o => o.Mentor.AnsweredAt) is { } since
            ? [step.Next(cohort.Cohort, since)]
            : [],
        Plan = c => ToAsk(c.Cohort).Aggregate(Effects.Nothing, (all, offer) => all.And(Ask(c, offer))),
    };

    public static readonly StepDeclaration Reminder = new()
    {
        Kind = "match-reminder",
        Order = 130,
        OnDayOff = DayOff.Moves,
        IsConfidential = true,
        Occurs = (step, cohort, _) => Unanswered(cohort)
            .Select(u => step.Dated(u.RemindedAt, u.RemindedAt) with { Deadline = u.AnswerBy }).DistinctBy(s => s.Id),
        Plan = c => Unanswered(c.Cohort)
            .Where(u => c.Step.Declaration!.Dated(u.RemindedAt, null).Id == c.Step.Id && c.Now < u.AnswerBy && u.Person.TakesPart)
            .Select(u => c.To(u.Person, PairingEmails.OfferReminder, u.PairId)).ToList() is { Count: > 0 } mails
            ? Effects.Mail(mails)
            : Effects.TooLate,
    };

    public static readonly StepDeclaration Agreed = new()
    {
        Kind = "match-agreed",
        Order = 140,
        Occurs = (step, cohort, _) => cohort.Offers.Where(o => o.IsAgreed && cohort.IsSettled(o))
            .Select(o => step.About(o.PairId, o.SettledAt) with { PairId = o.PairId }),
        Plan = c => OfferOf(c) is var offer ? ReleaseSteps.Introduce(c, [offer.ToPair(offer.SettledAt ?? c.Now)]) : Effects.Nothing,
    };

    /// <summary>Everybody asked could have answered, so what not both have agreed to is given up.</summary>
    public static readonly StepDeclaration Unavailable = new()
    {
        Kind = "match-unavailable",
        Order = 150,
        WaitsForLate = true,
        IsConfidential = true,
        Occurs = (step, cohort, _) => cohort.Offers.Where(o => o.IsOpen)
            .Select(o => step.Dated(o.GivenUpAt, o.GivenUpAt)).DistinctBy(s => s.Id),
        Plan = c => c.Cohort.Offers.Where(o => o.IsOpen && c.Step.Declaration!.Dated(o.GivenUpAt, null).Id == c.Step.Id)
            .Aggregate(Effects.Nothing, (all, offer) => all.And(NotAvailable(c, offer))),
    };

    /// <summary>Once no answer is awaited any more: those without a match are told, and the coordinator.</summary>
    public static readonly StepDeclaration Closes = new()
    {
        Kind = "consent-closes",
        Order = 160,
        WaitsForLate = true,
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

    private static IEnumerable<MatchOffer> ToAsk(CohortSnapshot cohort) => cohort.Offers.Where(o => o is
    {
        Consent: ConsentMode.MentorFirst,
        IsOpen: true,
        Mentor.Answer: ConsentAnswer.Agreed,
        Mentee: { AskedAt: null, Answer: ConsentAnswer.None },
    } && cohort.IsSettled(o));

    private static Effects Ask(StepContext c, MatchOffer offer) => new()
    {
        Writes = [Effects.Change(offer, stored => stored.AskMentee(c.Now, c.Cohort.Scheme.Matching.ConsentDays))],
        Mails = c.Cohort.FindPerson(offer.MenteeId) is { TakesPart: true } mentee ? [c.To(mentee, PairingEmails.Offer, offer.PairId)] : [],
    };

    /// <summary>The wish that came with a decline takes effect when the match ends for everybody, so that no clock tells of it.</summary>
    internal static IEnumerable<DocumentWrite> Wishes(StepContext c, MatchOffer offer, DateTimeOffset at) =>
        from id in new[] { offer.MentorId, offer.MenteeId }
        let question = offer.QuestionOf(id)
        where question.Answer == ConsentAnswer.Declined
        let person = c.Cohort.FindPerson(id)
        where person is { TakesPart: true }
        select Effects.Change(person, stored => stored.AnswerWaiting(question.WouldWait, at));

    /// <summary>Whoever was willing waits for another match; whoever let the time pass does so only if they say they wish to.</summary>
    private static Effects NotAvailable(StepContext c, MatchOffer offer)
    {
        var at = offer.GivenUpAt;
        var told = ThoseWhoKnow(c, offer).ToList();
        return new Effects
        {
            Writes =
            [
                .. told.Select(p => Effects.Change(p, stored =>
                    offer.QuestionOf(p.Id).Answer == ConsentAnswer.Agreed ? stored.Wait(at) : stored.EndMentoring(at))),
                .. Wishes(c, offer, at),
                Effects.Change(offer, stored => stored.IsOpen ? stored.Closed(at) : stored),
            ],
            Mails = [.. told.Select(p => c.To(p, PairingEmails.NotAvailable, offer.PairId))],
        };
    }

    private static Effects Close(StepContext c)
    {
        // Whoever waits, or said that they do not, has been told already.
        var without = ReleaseSteps.WithoutMatch(c, [], c.Step.Due ?? c.Now, p => p is { WaitingSince: null, WaitingAnsweredAt: null });
        var counts = new ConsentCounts(
            c.RunningPairs.Count(),
            c.Cohort.Offers.Count(o => o.ClosedAt is not null),
            c.TakingPart.Count(p => !MatchingView.HasMatch(c.Cohort, p.Id)));
        return without.And(Effects.Mail([c.ToCoordinator(PairingEmails.ConsentClosed, counts)]));
    }

    /// <summary>Everybody who has not answered, where a reminder comes a day or more after the question.</summary>
    private static IEnumerable<Asked> Unanswered(CohortSnapshot cohort) =>
        from offer in cohort.Offers
        where offer.IsOpen
        from id in new[] { offer.MentorId, offer.MenteeId }
        let question = offer.QuestionOf(id)
        where question.Answer == ConsentAnswer.None
        let reminded = question.AnswerBy?.AddDays(-ReminderDaysBefore)
        where reminded >= question.AskedAt?.AddDays(1)
        let person = cohort.FindPerson(id)
        where person is not null
        select new Asked(person, offer.PairId, reminded ?? default, question.AnswerBy ?? default);

    private static IEnumerable<StepOccurrence> Closing(CohortSnapshot cohort)
    {
        var version = cohort.Offers.Select(o => o.Version).DefaultIfEmpty(0).Max();
        if (version == 0 || (cohort.Proposal is { ReleasedAt: not null } proposal && !cohort.Cohort.HasDone(proposal.ReleaseStep)))
        {
            return [];
        }

        var due = cohort.Offers.Max(o => o.SettledAt ?? o.GivenUpAt);
        return [Closes.About(version.ToString(CultureInfo.InvariantCulture), due) with
        {
            IsSettled = cohort.Offers.All(o => o.SettledAt is not null),
        }];
    }

    private sealed record Asked(Person Person, string PairId, DateTimeOffset RemindedAt, DateTimeOffset AnswerBy);
}
