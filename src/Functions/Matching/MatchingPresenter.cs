using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Matching.Explaining;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;

namespace ReverseMentoring.Functions.Matching;

/// <summary>
/// What the coordinator reads about a matching. The only place where ids become names; scores are whole thousandths of a weight point.
/// </summary>
internal sealed class MatchingPresenter(CohortSnapshot cohort)
{
    /// <summary>More people than this, and the frontier is computed only when it is asked for.</summary>
    private const int MostForFrontier = 250;

    private const int Floors = 12;

    private readonly MatchingRequest _request = MatchingView.RequestFor(cohort);

    public ShownMatching Whole(Proposal proposal, bool withFrontier) => new()
    {
        Version = proposal.Version,
        ProposedAt = proposal.ProposedAt,
        ReleasedAt = proposal.ReleasedAt,
        Again = proposal.Again,
        Outdated = proposal.ReleasedAt is null
            && (proposal.RulesVersion != cohort.Rules.Version || JoinedSince(proposal).Any()
                || ProposalRules.LeavesTooLittleRoom(cohort, proposal)),
        JoinedSince = [.. JoinedSince(proposal).Select(p => Show(p.Id))],
        Objectives = Show(proposal.Objectives),
        Pairs = [.. proposal.Pairs.Select(Pair)],
        LeftOut = [.. proposal.LeftOut.Select(l => new ShownLeftOut(Show(l.PersonId), l.Side, l.Reason))],
        Ends = [.. proposal.Ends.Select(Ended)],
        Problems = proposal.Problems,
        Offers = [.. cohort.Offers.Select(
            o => new ShownOffer(o.PairId, Show(o.MentorId), Show(o.MenteeId), StateOf(o), o.IsOpen ? o.LastAnswerBy : null))],
        Rules = Rules(),
        Readiness = ReadinessReport(),
        Frontier = withFrontier || _request.People.Count <= MostForFrontier ? Frontier() : null,
    };

    /// <summary>Late joiners whom the proposal knows nothing of; a new one considers them.</summary>
    private IEnumerable<Person> JoinedSince(Proposal proposal) => cohort.People.Where(p => MatchingView.JoinedSince(p, proposal));

    public ShownRules Rules() => new(
        cohort.Rules.Version,
        [.. cohort.Rules.Pins.Select(p => Two(p.Mentor, p.Mentee))],
        [.. cohort.Rules.Forbids.Select(p => Two(p.Mentor, p.Mentee))],
        _request.Rules.Weights.ToDictionary(w => w.Key.ToString().ToLowerInvariant(), w => w.Value, StringComparer.Ordinal),
        cohort.Rules.Choice is { } c ? Show(c) : null,
        cohort.Rules.ChangedAt);

    public ShownReadiness ReadinessReport()
    {
        var report = Readiness.Check(_request);
        return new ShownReadiness
        {
            Mentors = report.Mentors,
            Mentees = report.Mentees,
            MentorPlaces = report.MentorPlaces,
            MenteePlaces = report.MenteePlaces,
            AllowedPairs = report.AllowedPairs,
            MostPairs = report.MostPairs,
            NotAnswered = cohort.People.Count(p => p is { TakesPart: true, Portrait: null }),
            WithoutPartner = [.. report.WithoutPartner.Select(w => new ShownWithoutPartner(
                Show(w.Person), Words(w.Side), [.. w.Reasons.Select(r => new ShownRuledOut(r.Rule, r.People, r.Sentence))]))],
            Competing = [.. new[] { report.CompetingMentors, report.CompetingMentees }.OfType<CompetingGroup>().Select(
                g => new ShownCompetition(
                    Words(g.Side), [.. g.People.Select(Show)], g.Places, [.. g.Partners.Select(Show)], g.CanHave, g.Sentence))],
            AccessNotes = [.. cohort.People.Where(p => p is { TakesPart: true, Portrait.Profile.AccessElse.Length: > 0 })
                .Select(p => new ShownAccessNote(Show(p.Id), p.Portrait!.Profile.AccessElse))],
            Warnings = LabelWarnings.Of(cohort.People, cohort.Scheme),
            Problems = [.. report.Problems.Select(p => p.Sentence)],
        };
    }

    public ShownWhyNot WhyNot(string mentor, string mentee)
    {
        var answer = WhyNotThem.Of(cohort, mentor, mentee);
        return answer.WhyNot switch
        {
            WhyNot.Forbidden f => new ShownWhyNot(WhyNotAnswer.Forbidden)
            {
                Rules = [.. f.Rules.Select(r => new ShownRule(r.Rule, r.Sentence))],
            },
            WhyNot.TheyAreAPair p => new ShownWhyNot(WhyNotAnswer.TheyAreAPair)
            {
                Why = Reasons(p.Pair.Mentor, p.Pair.Mentee).Sentences,
            },
            WhyNot.WouldCost w => new ShownWhyNot(WhyNotAnswer.WouldCost)
            {
                Sentence = w.Sentence,
                Best = Show(w.Best),
                Forced = Show(w.Forced),
                Loss = Show(w.Loss),
                Ends = [.. answer.Ends.Select(e => Two(e.Mentor, e.Mentee))],
                Pairs = [.. w.WithPairForced.Pairs.Select(p => Two(p.Mentor, p.Mentee))],
            },
            WhyNot.CannotSay c => new ShownWhyNot(WhyNotAnswer.CannotSay) { Problems = [.. c.Problems.Select(p => p.Sentence)] },
            _ => throw new ArgumentException("There is another kind of answer to \"why not?\" that is not shown here.", nameof(mentor)),
        };
    }

    private ShownPair Pair(ProposedPair pair)
    {
        var why = Reasons(pair.MentorId, pair.MenteeId);
        return new ShownPair(
            pair.PairId,
            Show(pair.MentorId),
            Show(pair.MenteeId),
            why.Score,
            [.. why.Factors.Select(f => new ShownFactor(f.Factor, f.Points, f.OutOf))],
            pair.Conflicts,
            [.. why.Conflicts.Select(c => c.Sentence)],
            pair.Pinned,
            pair.Kept);
    }

    private ShownEnd Ended(EndedMatch end)
    {
        var (mentor, mentee) = cohort.Pairs.FirstOrDefault(p => p.Id == end.PairId) is { } pair ? (pair.MentorId, pair.MenteeId)
            : cohort.FindOffer(end.PairId) is { } offer ? (offer.MentorId, offer.MenteeId)
            : ("", "");
        return new ShownEnd(end.PairId, Show(mentor), Show(mentee), end.Reason);
    }

    private ShownFrontier Frontier()
    {
        var report = Domain.Matching.Explaining.Frontier.Of(_request, pairsToGiveUp: 3, mostFloors: Floors);
        return new ShownFrontier(report.Complete, [.. report.Points.Select(p => new ShownPoint(Show(p.Objectives), Show(p.Choice)))]);
    }

    private PairExplanation Reasons(string mentor, string mentee) => Explain.Pair(_request, mentor, mentee, ExplainedTo.Coordinator);

    private ShownPerson Show(string personId) => cohort.FindPerson(personId) is { } person
        ? new ShownPerson(personId, person.Name, person.Organisation, person.Rank)
        : new ShownPerson(personId, "someone who has left", null, null);

    private ShownTwo Two(string mentor, string mentee) => new(Show(mentor), Show(mentee));

    private static OfferState StateOf(MatchOffer offer) =>
        offer.IsAgreed ? OfferState.Agreed : offer.IsOpen ? OfferState.Asked : OfferState.NotAvailable;

    private static ShownObjectives Show(Objectives o) => new(o.Pairs, o.Conflicts, o.Floor, o.Total);

    private static ShownChoice Show(MatchingChoice c) => new(c.Pairs, c.FloorAtLeast, c.Prefer);

    private static string Words(Sides side) => side == Sides.Mentor ? "reverse mentor" : "reverse mentee";
}
