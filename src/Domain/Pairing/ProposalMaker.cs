using System.Globalization;
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
        if (!request.People.Any(p => p.Sides.HasFlag(Sides.Mentor)) || !request.People.Any(p => p.Sides.HasFlag(Sides.Mentee)))
        {
            return OneSided(cohort, request.People, version, now);
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
            LeftOut = [.. result.Unmatched.Select(u => new LeftOut(u.Person, u.Side == Sides.Mentor ? "reverse mentor" : "reverse mentee", u.Sentence))],
        };
    }

    /// <summary>The matcher refuses a question without two sides; a cohort in which only one side answered still has to go on.</summary>
    private static Proposal OneSided(CohortSnapshot cohort, IReadOnlyList<MatchPerson> people, int version, DateTimeOffset now) => new()
    {
        CohortId = cohort.Cohort.CohortId,
        Version = version,
        ProposedAt = now,
        Pairs = [],
        LeftOut =
        [
            .. people.Select(p => p.Sides == Sides.Mentor
                ? new LeftOut(p.Id, "reverse mentor", "No reverse mentee takes part.")
                : new LeftOut(p.Id, "reverse mentee", "No reverse mentor takes part.")),
        ],
    };

    public static MatchingRequest RequestFor(CohortSnapshot cohort) => new(
        [.. cohort.People.Where(p => p is { TakesPart: true, Portrait: not null }).Select(p => AsMatchPerson(p, cohort.Scheme))],
        Scale(cohort.Scheme),
        new MatchingRules());

    private static MatchPerson AsMatchPerson(Person person, Schemes.Scheme scheme) => new(person.Id, person.Organisation, RankOf(person, scheme))
    {
        Sides = (person.IsMentor ? Sides.Mentor : Sides.None) | (person.IsMentee ? Sides.Mentee : Sides.None),
        Team = person.Team.Length == 0 ? null : person.Team,
        ManagerChain = person.ManagerChain,
        Aliases = [person.Name, person.Email],
        Conflicts = [.. person.Courts.Concat(person.Portrait!.RegularCourts).Distinct(StringComparer.OrdinalIgnoreCase).Select(c => $"court:{c}")],
    };

    /// <summary>A scheme's levels decide, also within one list, where two ranks may be equal; the matcher's lists know no equals, so it is given levels.</summary>
    private static string RankOf(Person person, Schemes.Scheme scheme) =>
        scheme.RanksOf(person.Organisation)?.Level(person.Rank) is { } level ? LevelName(level) : person.Rank;

    private static RankScale Scale(Schemes.Scheme scheme) =>
        RankScale.ForEveryone([.. scheme.Ranks.SelectMany(list => list.Ranks).Select(r => r.Level).Distinct().Order().Select(LevelName)]);

    private static string LevelName(int level) => string.Create(CultureInfo.InvariantCulture, $"level {level}");
}
