using System.Text.Json;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Pairing;

/// <summary>Reads the coordinator's rules and checks them against the people and the scheme; every problem is told at once.</summary>
public static class RulesRequest
{
    private const int Most = 5000;

    /// <param name="standingVersion">What the sender says they looked at; null: whatever stands.</param>
    public static Read<CoordinatorRules> Read(JsonElement json, CohortSnapshot cohort, DateTimeOffset now, out int? standingVersion)
    {
        var problems = new List<Problem>();
        var fields = new FieldReader(json, "", problems);
        standingVersion = fields.Has("version") ? fields.Whole("version", 0, int.MaxValue) : null;
        var rules = new CoordinatorRules
        {
            CohortId = cohort.Cohort.CohortId,
            Version = cohort.Rules.Version + 1,
            Pins = fields.List("pins", Most, ReadPair, required: false),
            Forbids = fields.List("forbids", Most, ReadPair, required: false),
            Weights = ReadWeights(json, fields, cohort, problems),
            Choice = ReadChoice(fields.Object("choice", required: false)),
            ChangedAt = now,
        };
        fields.RefuseUnknown();
        problems.AddRange(problems.Count == 0 ? Check(rules, cohort) : []);
        return new Read<CoordinatorRules>(rules, problems);
    }

    private static PairOf ReadPair(JsonElement json, string pointer, List<Problem> problems)
    {
        var fields = new FieldReader(json, pointer, problems);
        var pair = new PairOf(fields.Text("mentor", 40), fields.Text("mentee", 40));
        fields.RefuseUnknown();
        return pair;
    }

    private static Dictionary<Factor, double> ReadWeights(
        JsonElement json, FieldReader fields, CohortSnapshot cohort, List<Problem> problems)
    {
        var weights = new Dictionary<Factor, double>();
        if (!fields.Has("weights"))
        {
            return weights;
        }

        var given = json.GetProperty("weights");
        if (given.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Problem("/weights", "weights must be a JSON object with a number for each factor."));
            return weights;
        }

        var declared = Enum.GetValues<Factor>()
            .Where(cohort.Scheme.Matching.Weighs).ToDictionary(f => f.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        foreach (var weight in given.EnumerateObject().Take(50))
        {
            var place = $"/weights/{(weight.Name.Length > 40 ? weight.Name[..40] : weight.Name)}";
            if (!declared.TryGetValue(weight.Name, out var factor))
            {
                problems.Add(new Problem(place, declared.Count == 0
                    ? "This scheme weighs no factor, so there is none to set."
                    : $"The scheme does not weigh this, so nobody was asked about it. It weighs: {string.Join(", ", declared.Keys)}."));
            }
            else if (weight.Value.ValueKind != JsonValueKind.Number || !weight.Value.TryGetDouble(out var number)
                || !double.IsFinite(number) || number < 0 || number > MatchingRules.GreatestWeight)
            {
                problems.Add(new Problem(place, $"A weight must be a number from 0 to {MatchingRules.GreatestWeight}, without quotes."));
            }
            else
            {
                weights[factor] = number;
            }
        }

        return weights;
    }

    private static MatchingChoice? ReadChoice(FieldReader? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var pairs = fields.Whole("pairs", 1, 100_000);
        var floor = fields.Whole("floorAtLeast", 0, int.MaxValue, 0);
        var prefer = fields.Text("prefer", 40, required: false, otherwise: "fewest-conflicts");
        if (prefer is not ("fewest-conflicts" or "highest-total"))
        {
            fields.Fail("prefer", "must be fewest-conflicts or highest-total", "");
        }

        fields.RefuseUnknown();
        return new MatchingChoice(pairs, floor, prefer == "highest-total" ? Preference.HighestTotal : Preference.FewestConflicts);
    }

    /// <summary>What the matcher itself would refuse of these rules, told at the place in the request.</summary>
    private static IEnumerable<Problem> Check(CoordinatorRules rules, CohortSnapshot cohort)
    {
        var all = MatchingView.RequestForAll(cohort with { Rules = rules with { Pins = [], Forbids = [] } });
        var request = all with
        {
            Rules = all.Rules
                with
            { Pins = rules.Pins, Forbids = [.. rules.Forbids.Select(f => new Forbid(f.Mentor, f.Mentee)), .. all.Rules.Forbids] },
            Choice = rules.Choice,
        };
        return request.Rules.Validate(request.People, request.Ranks)
            .Where(p => p.Place.StartsWith("rules.", StringComparison.Ordinal))
            .Concat(rules.Choice is { } choice && choice.Pairs < rules.Pins.Distinct().Count()
                ? [new MatchingProblem("rules.choice.pairs", "The chosen number of pairs is smaller than the number of pinned pairs.")]
                : [])
            .Select(p => new Problem(Pointer(p.Place), p.Sentence));
    }

    /// <summary>"rules.pins[2]" is "/pins/2".</summary>
    private static string Pointer(string place) => place["rules".Length..].Replace(".", "/", StringComparison.Ordinal)
        .Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
