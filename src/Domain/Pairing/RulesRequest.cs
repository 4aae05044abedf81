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

    private static readonly Dictionary<string, Preference> Preferences = new(StringComparer.Ordinal)
    {
        ["fewest-conflicts"] = Preference.FewestConflicts,
        ["highest-total"] = Preference.HighestTotal,
    };

    public static Outcome<CoordinatorRules> Read(FieldReader fields, CohortSnapshot cohort, DateTimeOffset now)
    {
        // What the sender says they looked at; left out: whatever stands.
        var looked = fields.WholeIfAny("version", 0, int.MaxValue);
        var rules = new CoordinatorRules
        {
            CohortId = cohort.Cohort.CohortId,
            Version = cohort.Rules.Version + 1,
            Pins = fields.List("pins", Most, ReadPair, required: false),
            Forbids = fields.List("forbids", Most, ReadPair, required: false),
            Weights = ReadWeights(fields, cohort),
            Choice = ReadChoice(fields.Object("choice", required: false)),
            ChangedAt = now,
        };
        var read = fields.Done(rules, r => Check(r, cohort));
        return read.Then<CoordinatorRules>(next => looked is { } version && version != cohort.Rules.Version
            ? Refusal.Conflict(
                $"The rules have moved on: this is version {cohort.Rules.Version}, you looked at {version}. Nothing was changed; look "
                    + "at them again.")
            : next);
    }

    private static PairOf ReadPair(FieldReader fields)
    {
        var pair = new PairOf(fields.Text("mentor", 40), fields.Text("mentee", 40));
        fields.RefuseUnknown();
        return pair;
    }

    private static Dictionary<Factor, double> ReadWeights(FieldReader fields, CohortSnapshot cohort)
    {
        var weights = new Dictionary<Factor, double>();
        if (fields.Open("weights") is not { } given)
        {
            return weights;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            fields.Fail("/weights", "weights must be a JSON object with a number for each factor.");
            return weights;
        }

        var declared = Enum.GetValues<Factor>()
            .Where(cohort.Scheme.Matching.Weighs).ToDictionary(f => f.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        foreach (var weight in given.EnumerateObject().Take(50))
        {
            var place = $"/weights/{(weight.Name.Length > 40 ? weight.Name[..40] : weight.Name)}";
            if (!declared.TryGetValue(weight.Name, out var factor))
            {
                fields.Fail(place, declared.Count == 0
                    ? "This scheme weighs no factor, so there is none to set."
                    : $"The scheme does not weigh this, so nobody was asked about it. It weighs: {string.Join(", ", declared.Keys)}.");
            }
            else if (weight.Value.ValueKind != JsonValueKind.Number || !weight.Value.TryGetDouble(out var number)
                || !double.IsFinite(number) || number < 0 || number > MatchingRules.GreatestWeight)
            {
                fields.Fail(place, $"A weight must be a number from 0 to {MatchingRules.GreatestWeight}, without quotes.");
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
        var prefer = fields.OneOf("prefer", Preferences, Preference.FewestConflicts, required: false);
        fields.RefuseUnknown();
        return new MatchingChoice(pairs, floor, prefer);
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
