using System.Globalization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>
/// A cohort as the matcher sees it: who can be matched, what is known of them, and the rules of scheme, coordinator and past.
/// </summary>
public static class MatchingView
{
    /// <summary>Who would be considered in a solve made now.</summary>
    public static MatchingRequest RequestFor(CohortSnapshot cohort) =>
        RequestFor(cohort, [.. cohort.People.Where(p => IsConsidered(cohort, p))]);

    /// <summary>Who would be considered then; pairs that are at work by then are no longer to be changed.</summary>
    public static MatchingRequest RequestFor(CohortSnapshot cohort, DateTimeOffset now)
    {
        var request = RequestFor(cohort);
        return Rematching.IsAtWork(cohort, now) && cohort.Cohort.HasDone(Proposal.FirstRelease)
            ? request with { Rules = request.Rules with { Pins = [.. request.Rules.Pins.Union(Standing(cohort).Keys)] }, Choice = null }
            : request;
    }

    /// <summary>Everybody who takes part, whether or not their pen portrait has come: what rules can be made about.</summary>
    public static MatchingRequest RequestForAll(CohortSnapshot cohort) => RequestFor(cohort, [.. cohort.People.Where(p => p.TakesPart)]);

    /// <summary>In a pair or asked about one, not yet told of any outcome, or on the waiting list.</summary>
    public static bool IsConsidered(CohortSnapshot cohort, Person person) =>
        person is { TakesPart: true, Portrait: not null }
            && (person.MentoringEndedAt is null || person.WaitingSince is not null || HasMatch(cohort, person.Id));

    /// <summary>Their pen portrait came after the proposal was made, which therefore knows nothing of them.</summary>
    public static bool JoinedSince(Person person, Proposal proposal) =>
        person is { TakesPart: true, Portrait: { } portrait } && portrait.FirstSentAt > proposal.ProposedAt;

    /// <summary>In a running pair or an offer still open.</summary>
    public static bool HasMatch(CohortSnapshot cohort, string personId) =>
        cohort.PairsOf(personId).Any(p => p.IsRunning)
            || cohort.StandingOffers.Any(o => o.Includes(personId));

    /// <summary>Pairs that run and offers that are open: what a new solve keeps where it can. By pair, with what each is called.</summary>
    public static IReadOnlyDictionary<PairOf, string> Standing(CohortSnapshot cohort)
    {
        var standing = cohort.Pairs.Where(p => p.IsRunning).ToDictionary(p => new PairOf(p.MentorId, p.MenteeId), p => p.Id);
        foreach (var offer in cohort.StandingOffers)
        {
            standing[new PairOf(offer.MentorId, offer.MenteeId)] = offer.PairId;
        }

        return standing;
    }

    private static MatchingRequest RequestFor(CohortSnapshot cohort, List<Person> people)
    {
        var scheme = cohort.Scheme.Matching;
        var there = people.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        bool Both(PairOf pair) => there.Contains(pair.Mentor) && there.Contains(pair.Mentee);
        var weights = scheme.Weights.ToDictionary();
        foreach (var (factor, weight) in cohort.Rules.Weights)
        {
            weights[factor] = weight;
        }

        var pins = cohort.Rules.Pins.Where(Both).ToList();
        return new MatchingRequest(
            [.. people.Select(p => AsMatchPerson(p, cohort.Scheme))],
            Scale(cohort.Scheme),
            new MatchingRules
            {
                Weights = weights,
                DifferenceDimensions = [.. scheme.DifferenceDimensions.Select(d => d.Name)],
                ReportingLineLevels = scheme.ReportingLineLevels,
                SameTeamForbidden = scheme.SameTeamForbidden,
                AccessNeedsMustBeMet = scheme.AccessNeedsMustBeMet,
                Pins = pins,
                Forbids = [
                    .. cohort.Rules.Forbids.Where(Both).Select(f => new Forbid(f.Mentor, f.Mentee)),
                    .. PastPairings(people),
                    .. CameToNothing(cohort)],
            })
        {
            Choice = cohort.Rules.Choice is { } choice && choice.Pairs >= pins.Count ? choice : null,
        };
    }

    private static IEnumerable<Forbid> PastPairings(List<Person> people)
    {
        var byAddress = people.ToLookup(p => EmailAddress.KeyOf(p.Email), p => p.Id);
        return from person in people
               from address in person.PastPartners
               from partner in byAddress[EmailAddress.KeyOf(address)]
               where partner != person.Id
               select new Forbid(person.Id, partner, ForbidKind.PastPairing);
    }

    /// <summary>Whatever came to nothing, not only what was declined: that would tell one from the other.</summary>
    private static IEnumerable<Forbid> CameToNothing(CohortSnapshot cohort) => cohort.Offers
        .Where(o => o.ClosedAt is not null).Select(o => new Forbid(o.MentorId, o.MenteeId, ForbidKind.CameToNothing))
        .Concat(cohort.Pairs.Where(p => p.EndAskedAt is not null).Select(p => new Forbid(p.MentorId, p.MenteeId,
            ForbidKind.CameToNothing)));

    private static MatchPerson AsMatchPerson(Person person, Scheme scheme)
    {
        var known = person.Profile;
        var told = person.Portrait?.Profile ?? new MatchingProfile();
        IReadOnlyList<string> Both(Func<MatchingProfile, IReadOnlyList<string>> of) =>
            [.. of(known).Concat(of(told)).Distinct(Label.Comparer)];
        return new MatchPerson(person.Id, person.Organisation, RankOf(person, scheme))
        {
            Sides = (person.IsMentor ? Sides.Mentor : Sides.None) | (person.IsMentee ? Sides.Mentee : Sides.None),
            CapacityAsMentor = person.MentorPlaces,
            CapacityAsMentee = person.MenteePlaces,
            Team = person.Team.Length == 0 ? null : person.Team,
            ManagerChain = person.ManagerChain,
            Aliases = [person.Name, person.GoesBy, person.Email],
            Conflicts = [.. scheme.Matching.ConflictKinds.SelectMany(k => Connections(person, known, told, k.Kind))],
            AccessRequired = Both(p => p.AccessRequired),
            AccessOffered = Both(p => p.AccessOffered),
            Topics = Both(p => p.Topics),
            Goals = Both(p => p.Goals),
            SkillsOffered = Both(p => p.SkillsOffered),
            SkillsWanted = Both(p => p.SkillsWanted),
            Interests = Both(p => p.Interests),
            Location = told.Location.Length > 0 ? told.Location : known.Location.Length > 0 ? known.Location : null,
            Modes = Both(p => p.Modes),
            Times = Both(p => p.Times),
            Differences = told.DifferenceConsentAt is null ? new Dictionary<string, string>(StringComparer.Ordinal) : told.Differences,
        };
    }

    private static IEnumerable<string> Connections(Person person, MatchingProfile known, MatchingProfile told, string kind)
    {
        var names = kind == ConflictKind.Court
            ? person.Courts.Concat(person.Portrait?.RegularCourts ?? [])
            : (known.Connections.GetValueOrDefault(kind) ?? []).Concat(told.Connections.GetValueOrDefault(kind) ?? []);
        return names.Distinct(Label.Comparer).Select(n => $"{kind}:{n}");
    }

    /// <summary>
    /// A scheme's levels decide, also within one list, where two ranks may be equal; the matcher's lists know no equals, so it is given
    /// levels.
    /// </summary>
    private static string RankOf(Person person, Scheme scheme) =>
        scheme.RanksOf(person.Organisation)?.Level(person.Rank) is { } level ? LevelName(level) : person.Rank;

    private static RankScale Scale(Scheme scheme) =>
        RankScale.ForEveryone([.. scheme.Ranks.SelectMany(list => list.Ranks).Select(r => r.Level).Distinct().Order().Select(LevelName)]);

    private static string LevelName(int level) => string.Create(CultureInfo.InvariantCulture, $"level {level}");
}
