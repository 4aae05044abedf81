using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Programme;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>The steps that follow from questions of consent, and from proposals made after the first release.</summary>
internal static class MatchingTimeline
{
    /// <summary>Days after a later proposal at which the coordinator is reminded of it.</summary>
    private static readonly int[] ReminderDays = [3, 7];

    /// <summary>Days before the time to answer runs out at which whoever was asked about a match is reminded.</summary>
    private const int ConsentReminderDaysBefore = 2;

    public static IEnumerable<TimelineStep> Of(CohortSnapshot cohort)
    {
        if (cohort.Cohort.CancelledAt is not null)
        {
            return [];
        }

        return [.. LaterRelease(cohort), .. cohort.Offers.SelectMany(o => OfOffer(cohort, o)), .. Closing(cohort)];
    }

    private static IEnumerable<TimelineStep> LaterRelease(CohortSnapshot cohort)
    {
        if (cohort.Proposal is not { Again: true } proposal)
        {
            yield break;
        }

        yield return Step(proposal.ReleaseStep, Proposal.FirstRelease, StepKind.MatchesReleased, proposal.ReleasedAt, proposal.ReleasedAt is null ? "the coordinator to release the matches" : null);
        var changesSomething = proposal.Pairs.Any(p => !p.Kept) || proposal.Ends.Count > 0;
        foreach (var days in ReminderDays.Where(_ => proposal.ReleasedAt is null && changesSomething))
        {
            var at = proposal.ProposedAt.AddDays(days);
            if (at < cohort.Instant(cohort.Definition.Launch.At))
            {
                yield return Step(string.Create(CultureInfo.InvariantCulture, $"release-reminder-v{proposal.Version}-{days}"), "release-reminder", StepKind.ReleaseReminder, at);
            }
        }
    }

    private static IEnumerable<TimelineStep> OfOffer(CohortSnapshot cohort, MatchOffer offer)
    {
        if (offer is { Consent: ConsentMode.MentorFirst, Mentor.Answer: ConsentAnswer.Agreed } && (offer.IsOpen || cohort.Cohort.HasDone($"match-asked-{offer.PairId}")))
        {
            yield return About(offer, "match-asked", StepKind.MatchAsked, offer.Mentor.AnsweredAt);
        }

        foreach (var reminder in Reminders(offer))
        {
            yield return reminder;
        }

        if (offer.IsAgreed)
        {
            yield return About(offer, "match-agreed", StepKind.MatchAgreed, offer.SettledAt);
        }

        if (offer.IsDeclined || offer.Deadline is not null)
        {
            yield return About(offer, "match-unavailable", StepKind.MatchUnavailable, offer.IsDeclined ? offer.SettledAt : offer.Deadline);
        }
    }

    /// <summary>One for each who has not answered, where it comes a day or more after the question.</summary>
    private static IEnumerable<TimelineStep> Reminders(MatchOffer offer) =>
        from side in new[] { (Name: "mentor", Id: offer.MentorId), (Name: "mentee", Id: offer.MenteeId) }
        let question = offer.QuestionOf(side.Id)
        where offer.IsOpen && question.Answer == ConsentAnswer.None
        let at = question.AnswerBy?.AddDays(-ConsentReminderDaysBefore)
        where at >= question.AskedAt?.AddDays(1)
        select Step($"match-reminder-{offer.PairId}-{side.Name}", "match-reminder", StepKind.MatchReminder, at) with { PairId = offer.PairId, PersonId = side.Id };

    /// <summary>Once no answer is awaited any more: those without a match are told, and the coordinator.</summary>
    private static IEnumerable<TimelineStep> Closing(CohortSnapshot cohort)
    {
        var version = cohort.Offers.Select(o => o.Version).DefaultIfEmpty(0).Max();
        if (version == 0 || (cohort.Proposal is { ReleasedAt: not null } proposal && !cohort.Cohort.HasDone(proposal.ReleaseStep)))
        {
            yield break;
        }

        var open = cohort.Offers.Where(o => o.IsOpen).ToList();
        yield return Step(
            string.Create(CultureInfo.InvariantCulture, $"consent-closes-{version}"),
            "consent-closes",
            StepKind.ConsentCloses,
            open.Count > 0 ? null : cohort.Offers.Max(o => o.SettledAt),
            open.Count > 0 ? "everyone asked to have answered" : null);
    }

    private static TimelineStep About(MatchOffer offer, string name, StepKind kind, DateTimeOffset? due) => Step($"{name}-{offer.PairId}", name, kind, due) with { PairId = offer.PairId };

    private static TimelineStep Step(string id, string name, StepKind kind, DateTimeOffset? due, string? waitsFor = null) =>
        new(id, name, kind, 0, due, StepState.Upcoming, null, waitsFor);
}
