using ReverseMentoring.Domain.Cohorts;
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

    public object Whole(Proposal? proposal, bool withFrontier) => new
    {
        version = proposal?.Version,
        proposal?.ProposedAt,
        proposal?.ReleasedAt,
        again = proposal?.Again,
        outdated = proposal is { ReleasedAt: null } && (proposal.RulesVersion != cohort.Rules.Version || JoinedSince(proposal).Any()),
        joinedSince = proposal is null ? null : JoinedSince(proposal).Select(p => Show(p.Id)),
        objectives = proposal is null ? null : Objectives(proposal.Objectives),
        pairs = proposal?.Pairs.Select(Pair),
        leftOut = proposal?.LeftOut.Select(l => new { person = Show(l.PersonId), l.Side, l.Reason }),
        ends = proposal?.Ends.Select(Ended),
        problems = proposal?.Problems,
        offers = cohort.Offers.Select(
            o => new { pair = o.PairId, mentor = Show(o.MentorId), mentee = Show(o.MenteeId), state = StateOf(o), answerBy = o.Deadline }),
        rules = Rules(),
        readiness = ReadinessReport(),
        frontier = withFrontier || _request.People.Count <= MostForFrontier ? Frontier() : null,
    };

    /// <summary>Late joiners whom the proposal knows nothing of; a new one considers them.</summary>
    private IEnumerable<Person> JoinedSince(Proposal proposal) => cohort.People.Where(p => MatchingView.JoinedSince(p, proposal));

    public object Rules() => new
    {
        cohort.Rules.Version,
        pins = cohort.Rules.Pins.Select(p => new { mentor = Show(p.Mentor), mentee = Show(p.Mentee) }),
        forbids = cohort.Rules.Forbids.Select(p => new { mentor = Show(p.Mentor), mentee = Show(p.Mentee) }),
        weights = Weights(_request.Rules.Weights),
        choice = cohort.Rules.Choice is { } c ? Choice(c) : null,
        cohort.Rules.ChangedAt,
    };

    public object ReadinessReport()
    {
        var report = Readiness.Check(_request);
        return new
        {
            report.Mentors,
            report.Mentees,
            report.MentorPlaces,
            report.MenteePlaces,
            report.AllowedPairs,
            report.MostPairs,
            notAnswered = cohort.People.Count(p => p is { TakesPart: true, Portrait: null }),
            withoutPartner = report.WithoutPartner.Select(w => new
            {
                person = Show(
                w.Person),
                side = Words(w.Side),
                reasons = w.Reasons.Select(r => new { r.Rule, r.People, r.Sentence })
            }),
            competing = new[] { report.CompetingMentors, report.CompetingMentees }.OfType<CompetingGroup>().Select(g => new
            {
                side = Words(g.Side),
                people = g.People.Select(Show),
                g.Places,
                partners = g.Partners.Select(Show),
                g.CanHave,
                g.Sentence,
            }),
            problems = report.Problems.Select(p => p.Sentence),
        };
    }

    public object WhyNot(string mentor, string mentee)
    {
        var answer = WhyNotThem.Of(cohort, mentor, mentee);
        return answer.WhyNot switch
        {
            WhyNot.Forbidden f => new { answer = "forbidden", rules = f.Rules.Select(r => new { r.Rule, r.Sentence }) },
            WhyNot.TheyAreAPair p => new { answer = "they-are-a-pair", why = Reasons(p.Pair.Mentor, p.Pair.Mentee).Sentences },
            WhyNot.WouldCost w => new
            {
                answer = "would-cost",
                w.Sentence,
                best = Objectives(w.Best),
                forced = Objectives(w.Forced),
                loss = Objectives(w.Loss),
                ends = answer.Ends.Select(e => new { mentor = Show(e.Mentor), mentee = Show(e.Mentee) }),
                pairs = w.WithPairForced.Pairs.Select(p => new { mentor = Show(p.Mentor), mentee = Show(p.Mentee) }),
            },
            WhyNot.CannotSay c => new { answer = "cannot-say", problems = c.Problems.Select(p => p.Sentence) },
            _ => throw new ArgumentException("There is another kind of answer to \"why not?\" that is not shown here.", nameof(mentor)),
        };
    }

    private object Pair(ProposedPair pair)
    {
        var why = Reasons(pair.MentorId, pair.MenteeId);
        return new
        {
            pair = pair.PairId,
            mentor = Show(pair.MentorId),
            mentee = Show(pair.MenteeId),
            why.Score,
            factors = why.Factors.Select(f => new { f.Factor, f.Points, f.OutOf }),
            pair.Conflicts,
            conflictReasons = why.Conflicts.Select(c => c.Sentence),
            pair.Pinned,
            pair.Kept,
        };
    }

    private object Ended(EndedMatch end) =>
        cohort.Pairs.FirstOrDefault(p => p.Id == end.PairId) is { } pair
            ? new { pair = end.PairId, mentor = Show(pair.MentorId), mentee = Show(pair.MenteeId), end.Reason }
        : cohort.FindOffer(end.PairId) is { } offer
        ? new { pair = end.PairId, mentor = Show(offer.MentorId), mentee = Show(offer.MenteeId), end.Reason }
        : new { pair = end.PairId, mentor = Show(""), mentee = Show(""), end.Reason };

    private object Frontier()
    {
        var report = Domain.Matching.Explaining.Frontier.Of(_request, pairsToGiveUp: 3, mostFloors: Floors);
        return new
        {
            report.Complete,
            points = report.Points.Select(
            p => new { objectives = Objectives(p.Objectives), choice = Choice(p.Choice) })
        };
    }

    private PairExplanation Reasons(string mentor, string mentee) => Explain.Pair(_request, mentor, mentee, ExplainedTo.Coordinator);

    private object Show(string personId) => cohort.FindPerson(personId) is { } person
        ? new { id = personId, person.Name, person.Organisation, person.Rank }
        : new { id = personId, name = "someone who has left" };

    /// <summary>Who declined stays with them: what came to nothing reads the same whatever the cause.</summary>
    private static string StateOf(MatchOffer offer) => offer.IsAgreed ? "agreed" : offer.IsOpen ? "asked" : "not-available";

    private static object Objectives(Objectives o) => new { o.Pairs, o.Conflicts, o.Floor, o.Total };

    private static object Choice(MatchingChoice c) => new { c.Pairs, c.FloorAtLeast, c.Prefer };

    private static Dictionary<string, double> Weights(IReadOnlyDictionary<Factor, double> weights) =>
        weights.ToDictionary(w => w.Key.ToString().ToLowerInvariant(), w => w.Value, StringComparer.Ordinal);

    private static string Words(Sides side) => side == Sides.Mentor ? "reverse mentor" : "reverse mentee";
}
