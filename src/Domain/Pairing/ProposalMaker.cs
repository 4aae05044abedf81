using ReverseMentoring.Domain.Matching;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Timeline;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Puts a cohort's people before the matcher and turns its answer into a proposal.</summary>
public static class ProposalMaker
{
    public static Proposal Make(CohortSnapshot cohort, int version, DateTimeOffset now)
    {
        var request = RequestFor(cohort);
        var missing = new[] { Sides.Mentor, Sides.Mentee }.Where(side => !request.People.Any(p => p.Sides.HasFlag(side))).ToList();
        if (missing.Count > 0)
        {
            return WithoutPairs(request, missing, cohort.Cohort.CohortId, version, now);
        }

        var result = Matcher.Match(request);
        if (!result.IsSolved)
        {
            // People were checked row by row when they were added, so this is a fault of ours or of the scheme file.
            throw new InvalidOperationException($"The matching was refused: {string.Join(" ", result.Problems.Select(p => $"{p.Place}: {p.Sentence}"))}");
        }

        return new Proposal
        {
            CohortId = cohort.Cohort.CohortId,
            Version = version,
            ProposedAt = now,
            Pairs = [.. result.Pairs.Select(p => new ProposedPair(p.Mentor, p.Mentee, p.Conflicts.Count))],
            LeftOut = [.. result.Unmatched.Select(u => new LeftOut(u.Person, InWords(u.Side), u.Sentence))],
        };
    }

    /// <summary>Nobody of one side took up the invitation, or the last has left: an outcome to tell the coordinator, not a fault.</summary>
    private static Proposal WithoutPairs(MatchingRequest request, List<Sides> missing, string cohortId, int version, DateTimeOffset now) => new()
    {
        CohortId = cohortId,
        Version = version,
        ProposedAt = now,
        Pairs = [],
        LeftOut = [.. request.People.Select(p => new LeftOut(p.Id, InWords(p.Sides), $"There is no {string.Join(" and no ", missing.Select(InWords))} to match anybody with."))],
    };

    private static string InWords(Sides side) => side.HasFlag(Sides.Mentor) ? "reverse mentor" : "reverse mentee";

    public static MatchingRequest RequestFor(CohortSnapshot cohort) => new(
        [.. cohort.People.Where(p => p is { TakesPart: true, Portrait: not null }).Select(AsMatchPerson)],
        Scale(cohort.Scheme),
        new MatchingRules());

    private static MatchPerson AsMatchPerson(Person person) => new(person.Id, person.Organisation, person.Rank)
    {
        Sides = (person.IsMentor ? Sides.Mentor : Sides.None) | (person.IsMentee ? Sides.Mentee : Sides.None),
        Team = person.Team.Length == 0 ? null : person.Team,
        ManagerChain = person.ManagerChain,
        Aliases = [person.Name, person.Email],
        Conflicts = [.. person.Courts.Concat(person.Portrait!.RegularCourts).Distinct(StringComparer.OrdinalIgnoreCase).Select(c => $"court:{c}")],
    };

    private static RankScale Scale(Schemes.Scheme scheme) => new(
        [.. scheme.Ranks.Select(list => new OrganisationRanks(list.Organisation, [.. list.Ranks.Select(r => r.Name)]))],
        [.. scheme.Ranks.SelectMany(list => list.Ranks.Select(r => new RankEquivalence(list.Organisation, r.Name, r.Level)))]);
}
