using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Functions.StaffConsole.Matching;

/// <summary>A button of the matching page as the request that the API would get: the rules as they stand, with one thing changed.</summary>
internal static class RulesForm
{
    private const string Weight = "weight-";

    /// <returns>Null where the button is none that changes rules.</returns>
    public static FieldReader? Read(CohortSnapshot cohort, Visit visit)
    {
        var rules = cohort.Rules;
        var two = new PairOf(visit.Typed("mentor"), visit.Typed("mentee"));
        IEnumerable<PairOf> others(IEnumerable<PairOf> pairs) => pairs.Where(p => p != two);
        return visit.Does switch
        {
            "pin" => Of(rules with { Pins = [.. others(rules.Pins), two], Forbids = [.. others(rules.Forbids)] }),
            "forbid" => Of(rules with { Forbids = [.. others(rules.Forbids), two], Pins = [.. others(rules.Pins)] }),
            "free" => Of(rules with { Pins = [.. others(rules.Pins)], Forbids = [.. others(rules.Forbids)] }),
            "choose" => Of(rules, choice: visit.Typed("choice")),
            "weigh" => Of(rules, weights: visit.Posted.Where(p => p.Key.StartsWith(Weight, StringComparison.Ordinal))
                .ToDictionary(p => p.Key[Weight.Length..], p => p.Value, StringComparer.Ordinal)),
            _ => null,
        };
    }

    private static FieldReader Of(
        CoordinatorRules rules, IReadOnlyDictionary<string, string>? weights = null, string? choice = null)
    {
        var asked = new JsonObject
        {
            ["version"] = rules.Version,
            ["pins"] = Pairs(rules.Pins),
            ["forbids"] = Pairs(rules.Forbids),
            ["weights"] = weights is null
                ? new JsonObject(rules.Weights.Select(
                    w => KeyValuePair.Create<string, JsonNode?>(w.Key.ToString().ToLowerInvariant(), w.Value)))
                : new JsonObject(weights.Select(w => KeyValuePair.Create<string, JsonNode?>(w.Key, Number(w.Value)))),
        };
        if (Choice(choice, rules.Choice) is { } chosen)
        {
            asked["choice"] = chosen;
        }

        return FieldReader.Of(JsonSerializer.SerializeToElement(asked));
    }

    /// <param name="typed">"pairs floor preference"; empty: the scheme's own order; null: what stands.</param>
    private static JsonObject? Choice(string? typed, MatchingChoice? stands)
    {
        if (typed is null)
        {
            return stands is null ? null : Choice(Text(stands.Pairs, stands.FloorAtLeast, stands.Prefer), null);
        }

        return typed.Split(' ') is [var pairs, var floor, var prefer]
            ? new JsonObject { ["pairs"] = Number(pairs), ["floorAtLeast"] = Number(floor), ["prefer"] = prefer }
            : null;
    }

    public static string Text(int pairs, long floor, Preference prefer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pairs} {floor} {(prefer == Preference.FewestConflicts ? "fewest-conflicts" : "highest-total")}");

    /// <summary>What is no number stays a text, and is refused as one.</summary>
    private static JsonValue Number(string typed) =>
        double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(typed);

    private static JsonArray Pairs(IEnumerable<PairOf> pairs) =>
        new([.. pairs.Select(p => new JsonObject { ["mentor"] = p.Mentor, ["mentee"] = p.Mentee })]);
}
