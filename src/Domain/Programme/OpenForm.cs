using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Links;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Domain.Programme;

/// <summary>The form a person would be asked to fill in now, for someone who lost their link.</summary>
public sealed record OpenForm(LinkPurpose Purpose, int Number, string? PairId, string InWords)
{
    private static readonly OpenForm Leaving = new(LinkPurpose.Withdraw, 0, null, "leaving the scheme");

    /// <summary>The most pressing form, or withdrawal, which is always open.</summary>
    public static OpenForm For(Person person, CohortSnapshot cohort, DateTimeOffset now)
    {
        var d = cohort.Definition;
        if (cohort.Cohort.CancelledAt is not null)
        {
            return Leaving;
        }

        if (now < cohort.Instant(d.PortraitDeadline) || (person.Portrait is null && now < LateJoiners.Deadline(person, d)))
        {
            return new OpenForm(LinkPurpose.PenPortrait, 0, null, "your pen portrait");
        }

        if (cohort.Offers.FirstOrDefault(o => o.IsOpen && o.Includes(person.Id) && o.QuestionOf(person.Id) is { Answer: ConsentAnswer.None, AnswerBy: { } by } && now < by) is { } offer)
        {
            return new OpenForm(LinkPurpose.MatchOffer, 0, offer.PairId, "whether you agree to a match");
        }

        if (person.MentoringEndedAt is not null && now < cohort.Instant(d.Launch.At) && !cohort.PairsOf(person.Id).Any(p => p.IsRunning))
        {
            return new OpenForm(LinkPurpose.WaitingList, 0, null, "whether to look for a match for you");
        }

        foreach (var k in Enumerable.Range(1, d.Sessions.Count))
        {
            var closes = cohort.Instant(d.Sessions.Closes(k));
            var pair = cohort.PairsOf(person.Id).FirstOrDefault(p => p.IsRunning && !p.HasMet(k));
            if (pair is not null && now >= closes.AddDays(-d.Sessions.CheckDaysBeforeClose) && now < closes)
            {
                return new OpenForm(LinkPurpose.SessionCheck, k, pair.Id, "whether you met");
            }

            var reflected = cohort.Instant(d.Sessions.Closes(k).AddDays(d.Reflections.WindowDays));
            if (cohort.InScheme(person) && now >= closes && now < reflected && !person.Reflected.ContainsKey(k))
            {
                return new OpenForm(LinkPurpose.Reflection, k, null, "your reflection");
            }
        }

        var evaluates = now >= cohort.Instant(d.Evaluation.Opens) && now < cohort.Instant(d.Evaluation.Closes) && person.EvaluatedAt is null;
        return evaluates && cohort.PairsOf(person.Id).Any()
            ? new OpenForm(LinkPurpose.Evaluation, 0, null, "the evaluation")
            : Leaving;
    }

    /// <summary>The email with a fresh link to the form.</summary>
    /// <param name="step">What asked for it; one email for each.</param>
    public OutboxMail Mail(Person person, string step, DateTimeOffset now) =>
        OutboxMail.Planned(person.CohortId, step, Templates.FreshLink, person.Id, now) with
        {
            PairId = PairId,
            Number = Number,
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["purpose"] = Purpose.ToString(), ["purpose_in_words"] = InWords },
        };
}
