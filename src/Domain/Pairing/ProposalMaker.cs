using ReverseMentoring.Domain.Matching;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Timeline;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Puts a cohort's people before the matcher and turns its answer into a proposal.</summary>
public static class ProposalMaker
{
    public static Proposal Make(CohortSnapshot cohort, int version, DateTimeOffset now)
    {
        var result = Matcher.Match(RequestFor(cohort));
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
            LeftOut = [.. result.Unmatched.Select(u => new LeftOut(u.Person, u.Side == Sides.Mentor ? "reverse mentor" : "reverse mentee", u.Sentence))],
        };
    }

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
