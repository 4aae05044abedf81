using System.Globalization;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Programme;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// From the first question to the introduction, or to "not available": what the other person reads is the same whether somebody declined, let the
/// time pass or left.
/// </summary>
internal static class ConsentSteps
{
    public static Effects Plan(StepContext c) => c.Step.Kind == StepKind.ConsentCloses ? Close(c) : OfOffer(c, c.Cohort.FindOffer(c.Step.PairId)!);

    /// <summary>Those who know of the match: asked, and not themselves the one who declined.</summary>
    internal static IEnumerable<Person> ToldOf(StepContext c, MatchOffer offer) =>
        from id in new[] { offer.MentorId, offer.MenteeId }
        let question = offer.QuestionOf(id)
        where question.AskedAt is not null && question.Answer != ConsentAnswer.Declined
        let person = c.Cohort.FindPerson(id)
        where person is { TakesPart: true }
        select person;

    private static Effects OfOffer(StepContext c, MatchOffer offer) => c.Step.Kind switch
    {
        StepKind.MatchAsked => AskMentee(c, offer),
        StepKind.MatchReminder => Remind(c, offer),
        StepKind.MatchAgreed => ReleaseSteps.Introduce(c, [new Pair
        {
            CohortId = offer.CohortId,
            Id = offer.PairId,
            MentorId = offer.MentorId,
            MenteeId = offer.MenteeId,
            HasConflict = offer.HasConflict,
            ReleasedAt = offer.SettledAt ?? c.Now,
        }]),
        _ => Unavailable(c, offer),
    };

    private static Effects AskMentee(StepContext c, MatchOffer offer) => new()
    {
        Offers = [new OfferChange(offer.PairId, stored => stored is { IsOpen: true, Mentee.AskedAt: null }
            ? stored with { Mentee = ConsentQuestion.Ask(c.Now, c.Cohort.Scheme.Matching.ConsentDays) }
            : stored)],
        Mails = c.Cohort.FindPerson(offer.MenteeId) is { TakesPart: true } mentee ? [c.About(mentee, Templates.MatchOffer, offer.PairId)] : [],
    };

    private static Effects Remind(StepContext c, MatchOffer offer) =>
        c.Cohort.FindPerson(c.Step.PersonId ?? "") is { TakesPart: true } asked && c.Now < offer.QuestionOf(asked.Id).AnswerBy
            ? new Effects { Mails = [c.About(asked, Templates.MatchReminder, offer.PairId)] }
            : Effects.TooLate;

    /// <summary>Whoever was willing waits for another match; whoever let the time pass does so only if they say they wish to.</summary>
    private static Effects Unavailable(StepContext c, MatchOffer offer)
    {
        var told = ToldOf(c, offer).ToList();
        return new Effects
        {
            Offers = [new OfferChange(offer.PairId, stored => stored.Deadline <= c.Now ? stored.Closed(c.Now) : stored)],
            People = [.. told.Select(p => new PersonChange(p.Id, stored =>
                offer.IsDeclined || offer.QuestionOf(p.Id).Answer == ConsentAnswer.Agreed ? MatchingSteps.Wait(stored, c.Now) : MatchingSteps.EndMentoring(stored, c.Now)))],
            Mails = [.. told.Select(p => c.About(p, Templates.MatchNotAvailable, offer.PairId))],
        };
    }

    private static Effects Close(StepContext c)
    {
        // Whoever waits, or said that they do not, has been told already.
        var without = ReleaseSteps.WithoutMatch(c, [], c.Now, p => p is { WaitingSince: null, WaitingAnsweredAt: null });
        return without with { Mails = [.. without.Mails, c.ToCoordinator(Templates.ConsentClosed, null, Counts(c))] };
    }

    private static Dictionary<string, string> Counts(StepContext c)
    {
        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pairs"] = Text(c.RunningPairs.Count()),
            ["not_available"] = Text(c.Cohort.Offers.Count(o => !o.IsOpen && !o.IsAgreed)),
            ["without"] = Text(c.TakingPart.Count(p => !MatchingView.HasMatch(c.Cohort, p.Id))),
        };
    }
}
