using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Tests.Matching;

/// <summary>Small cohorts from a seed, crowded enough that every rule and every tie comes up.</summary>
internal sealed class RandomCohorts(int seed)
{
    private static readonly string[] Topics = ["law", "race", "class", "tech"];
    private static readonly string[] Courts = ["court:A", "court:B", "client:C"];
    private static readonly string[] Places = ["Leeds", "Derby"];

    private readonly Random _random = new(seed);

    public static RankScale Ranks { get; } = new(
        [new("North", ["junior", "middle", "senior"]), new("South", ["band 1", "band 2", "band 3"])],
        [new("North", "junior", 1), new(
            "North", "middle", 3), new("North", "senior", 5), new("South", "band 1", 2), new("South", "band 2", 3)]);

    /// <summary>A request without problems.</summary>
    public MatchingRequest Next(int most = 8, int least = 2)
    {
        while (true)
        {
            var people = People(_random.Next(least, most + 1));
            var rules = new MatchingRules
            {
                Weights = Weights(),
                ReportingLineLevels = _random.Next(3),
                SameTeamForbidden = _random.Next(3) > 0,
                AccessNeedsMustBeMet = _random.Next(2) > 0,
                DifferenceDimensions = _random.Next(2) > 0 ? ["ethnicity"] : [],
                Forbids = Forbids(people),
            };
            var request = new MatchingRequest(people, Ranks, rules);
            if (_random.Next(3) == 0)
            {
                request = request with { Rules = rules with { Pins = Pins(request) } };
            }

            if (request.Rules.Validate(people, Ranks).Count == 0)
            {
                return request;
            }
        }
    }

    public int Below(int limit) => _random.Next(limit);

    public MatchPerson Person(string id)
    {
        var north = _random.Next(2) == 0;
        var rank = _random.Next(3);
        return new MatchPerson(id, north ? "North" : "South", Ranks.Organisations[north ? 0 : 1].JuniorToSenior[rank])
        {
            Sides = rank switch { 0 => Sides.Mentor, 2 => Sides.Mentee, _ => (Sides)_random.Next(1, 4) },
            CapacityAsMentor = _random.Next(4) == 0 ? _random.Next(3) : 1,
            CapacityAsMentee = _random.Next(4) == 0 ? _random.Next(3) : 1,
            Team = _random.Next(3) == 0 ? "t" + _random.Next(2) : null,
            ManagerChain = _random.Next(3) == 0 ? ["p" + _random.Next(8), "P" + _random.Next(8)] : [],
            Conflicts = Some(Courts, 4),
            AccessRequired = _random.Next(6) == 0 ? ["step-free"] : [],
            AccessOffered = _random.Next(2) == 0 ? ["Step-Free "] : [],
            Topics = Some(Topics, 2),
            SkillsOffered = Some(Topics, 3),
            SkillsWanted = Some(Topics, 3),
            Location = _random.Next(3) == 0 ? null : Places[_random.Next(2)],
            Differences = _random.Next(2) == 0
                ? []
                : new Dictionary<string, string> { ["ethnicity"] = "e" + _random.Next(2), ["disability"] = "d" + _random.Next(2) },
        };
    }

    private List<MatchPerson> People(int count)
    {
        var people = Enumerable.Range(0, count).Select(i => Person("p" + i)).ToList();
        return [.. people.OrderBy(_ => _random.Next())];
    }

    // Few distinct weights make many ties.
    private Dictionary<Factor, double> Weights() =>
        Enum.GetValues<Factor>().Where(_ => _random.Next(2) == 0).ToDictionary(f => f, _ => (double)_random.Next(3));

    private List<Forbid> Forbids(List<MatchPerson> people) =>
        [.. Enumerable.Range(0, _random.Next(3)).Select(
            _ => new Forbid(people[_random.Next(people.Count)].Id, people[_random.Next(people.Count)].Id, (ForbidKind)_random.Next(3)))];

    private List<PairOf> Pins(MatchingRequest request)
    {
        var allowed = Reference.AllowedPairs(request);
        return allowed.Count == 0
            ? []
            : [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => allowed[_random.Next(allowed.Count)].Ids).Distinct()];
    }

    private List<string> Some(string[] words, int rarity) => [.. words.Where(_ => _random.Next(rarity) == 0)];
}
