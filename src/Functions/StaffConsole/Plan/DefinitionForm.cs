using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Functions.StaffConsole.Plan;

/// <summary>
/// A cohort's definition as the fields of a form, and back. A field is called after its place in the JSON that the API takes, with hyphens:
/// what the reader says of /events/0/at is said at the field events-0-at.
/// </summary>
internal static class DefinitionForm
{
    /// <summary>Rows for gatherings: what there are, and one to add.</summary>
    private const int MostEvents = 30;

    private static readonly string[] Texts =
        ["name", "purpose", "timeZone", "country", "enrolmentOpens", "portraitDeadline", "releaseBy", "coordinator-name",
            "coordinator-email", "coordinator-mail", "sessions-firstOpens", "evaluation-opens", "evaluation-closes", "plan-evidence",
            "plan-homework", "plan-ownerName", "plan-ownerEmail", "applications-closes", "applications-answeredBy"];

    /// <summary>Lists of texts, one to a line.</summary>
    private static readonly string[] Lists = ["plan-aims", "plan-measures"];

    private static readonly string[] Numbers = ["sessions-count", "sessions-windowDays", "sessions-stretchDays", "retention-months"];

    private static readonly string[] OfEvent = ["kind", "name", "at", "minutes", "where", "about", "inviteDaysBefore", "isRemote"];

    /// <summary>What of a gathering the form does not show; it stays as it is.</summary>
    private static readonly string[] KeptOfEvent = ["audience", "joinLink", "joining"];

    private static IEnumerable<string> All => Texts.Concat(Lists).Concat(Numbers);

    /// <summary>What the fields hold for a definition.</summary>
    public static Dictionary<string, string> Fields(CohortDefinition definition)
    {
        var json = JsonSerializer.SerializeToNode(definition, DocumentJson.Options)!.AsObject();
        var fields = All.ToDictionary(f => f, f => Text(At(json, f)), StringComparer.Ordinal);
        foreach (var (gathering, n) in definition.Events.Select((e, n) => (e, n)))
        {
            var row = JsonSerializer.SerializeToNode(gathering, DocumentJson.Options)!.AsObject();
            foreach (var part in OfEvent)
            {
                fields[$"events-{n}-{part}"] = part == "isRemote" ? (gathering.IsRemote ? "yes" : "") : Text(row[part]);
            }
        }

        return fields;
    }

    /// <summary>What was typed, for every field of the form but those of gatherings: what was not sent is empty.</summary>
    public static Dictionary<string, string> Typed(IReadOnlyDictionary<string, string> posted) =>
        All.ToDictionary(f => f, f => posted.GetValueOrDefault(f, ""), StringComparer.Ordinal);

    /// <summary>The definition as the API would get it: what was typed over what stands. A gathering without a date is left out.</summary>
    public static FieldReader Read(CohortDefinition standing, IReadOnlyDictionary<string, string> typed)
    {
        var json = JsonSerializer.SerializeToNode(standing, DocumentJson.Options)!.AsObject();
        foreach (var field in Texts.Where(typed.ContainsKey))
        {
            Put(json, field, typed[field].Trim() is { Length: > 0 } text ? JsonValue.Create(text) : null);
        }

        foreach (var field in Lists.Where(typed.ContainsKey))
        {
            var lines = typed[field].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Put(json, field, new JsonArray([.. lines.Select(l => (JsonNode)JsonValue.Create(l)!)]));
        }

        foreach (var field in Numbers.Where(typed.ContainsKey))
        {
            Put(json, field, Number(typed[field]));
        }

        if (typed.ContainsKey("applications-closes") && json["applications"] is JsonObject { } plan
            && plan["closes"] is null && plan["answeredBy"] is null)
        {
            // Without dates nobody can apply.
            json["applications"] = null;
        }

        var events = new JsonArray();
        for (var n = 0; n < MostEvents; n++)
        {
            if (typed.GetValueOrDefault($"events-{n}-at", "").Trim() is not { Length: > 0 } at)
            {
                continue;
            }

            var row = new JsonObject { ["at"] = at, ["isRemote"] = typed.GetValueOrDefault($"events-{n}-isRemote", "").Length > 0 };
            Keep(standing, n, typed.GetValueOrDefault($"events-{n}-kind", ""), row);
            foreach (var part in OfEvent.Where(p => p is not ("at" or "isRemote")))
            {
                var text = typed.GetValueOrDefault($"events-{n}-{part}", "").Trim();
                if (text.Length > 0)
                {
                    row[part] = part is "minutes" or "inviteDaysBefore" ? Number(text) : text;
                }
            }

            events.Add(row);
        }

        json["events"] = events;
        return FieldReader.Of(JsonSerializer.SerializeToElement(json));
    }

    private static void Keep(CohortDefinition standing, int n, string kind, JsonObject row)
    {
        if (n >= standing.Events.Count || standing.Events[n].Kind.Key != kind)
        {
            return;
        }

        var before = JsonSerializer.SerializeToNode(standing.Events[n], DocumentJson.Options)!.AsObject();
        foreach (var part in KeptOfEvent)
        {
            row[part] = before[part] is JsonValue value && value.ToString().Length > 0 ? value.DeepClone() : null;
        }
    }

    /// <summary>The gatherings' rows: those that were typed or stand, and an empty one to add another.</summary>
    public static List<Dictionary<string, object?>> Rows(IReadOnlyDictionary<string, string> fields)
    {
        var last = Enumerable.Range(0, MostEvents).LastOrDefault(n => fields.GetValueOrDefault($"events-{n}-at", "").Length > 0);
        return [.. Enumerable.Range(0, last + 2).Select(n =>
        {
            var row = OfEvent.ToDictionary(
                p => p.ToLowerInvariant(), p => (object?)fields.GetValueOrDefault($"events-{n}-{p}", ""), StringComparer.Ordinal);
            row["n"] = n;
            return row;
        })];
    }

    public static IReadOnlyList<string> Kinds => [.. GatheringKinds.All.Select(k => k.Key)];

    private static JsonNode? At(JsonObject json, string field) =>
        field.Split('-') is [var outer, var inner] ? json[outer]?[inner] : json[field];

    private static void Put(JsonObject json, string field, JsonNode? value)
    {
        if (field.Split('-') is [var outer, var inner])
        {
            json[outer] ??= new JsonObject();
            json[outer]!.AsObject()[inner] = value;
        }
        else
        {
            json[field] = value;
        }
    }

    private static string Text(JsonNode? node) => node is JsonArray list ? string.Join('\n', list.Select(l => l!.ToString()))
        : node is JsonValue value
        ? value.ToString() is { Length: 19 } text && text[10] == 'T' ? text[..16] : value.ToString()
        : "";

    /// <summary>What is no number stays a text, and is refused as one.</summary>
    private static JsonValue Number(string typed) =>
        int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? JsonValue.Create(number)
        : JsonValue.Create(typed);
}
