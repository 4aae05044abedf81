using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Domain.Changes;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Enrolment;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Domain.Pairing;
using ReverseMentoring.Domain.Pairs;
using ReverseMentoring.Domain.People;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Recruiting;
using ReverseMentoring.Domain.Schemes;
using ReverseMentoring.Functions.Operations;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.OpenApi;

/// <summary>
/// Schemas of what calls take. Each reader is run on something to read, and what it asked for, with its limits, is the schema.
/// </summary>
internal sealed class RequestSchemas(SortedDictionary<string, JsonNode> components)
{
    private static readonly Scheme Judicial = Rendering.Templates.Schemes.Find("judicial")!;

    private static readonly CohortSnapshot Cohort = new()
    {
        Cohort = new Cohort
        {
            Definition = CohortDefinitionReader.Read(Fields(Samples.JudicialDefinition.ToJsonString())).Value!,
            Status = CohortStatus.Draft,
            CreatedAt = default,
        },
        Scheme = Judicial,
        People = [],
        Pairs = [],
        Rules = new CoordinatorRules { CohortId = "" },
    };

    /// <summary>For each record what its reader is to read, so that it comes upon every field: one text for each branch it has.</summary>
    private static readonly Dictionary<Type, (Action<FieldReader> Read, string[] Texts)> Readers = new()
    {
        [typeof(CohortDefinition)] = (f => CohortDefinitionReader.Read(f), [WithTeam()]),
        [typeof(ChangeRequest)] = (
            f => ChangeRequest.Read(f), ["""{"change":"pause"}""", """{"change":"extend-deadline"}""", """{"change":"move-event"}""",
                """{"change":"set-joining"}"""]),
        [typeof(Attendance)] = (f => Attendance.Read(f), ["""{"present":[{}]}"""]),
        [typeof(TeamRequest)] = (f => TeamRequest.Read(f), ["""{"team":[{}]}"""]),
        [typeof(AddressCorrection)] = (f => AddressCorrection.Read(f), ["{}"]),
        [typeof(CoordinatorRules)] = (
            f => RulesRequest.Read(f, Cohort, default), ["""{"pins":[{}],"forbids":[{}],"weights":{},"choice":{}}"""]),
        [typeof(ReleaseRequest)] = (f => ReleaseRequest.Read(f), ["{}"]),
        [typeof(SteerRequest)] = (f => SteerRequest.Read(f), ["{}"]),
        [typeof(PairDecision)] = (f => PairDecision.Read(f), ["{}"]),
        [typeof(ApplicationDecision)] = (f => ApplicationDecision.Read(f), ["{}"]),
        [typeof(Removal)] = (f => Removal.Read(f), ["{}"]),
    };

    /// <summary>The sample with what it leaves out.</summary>
    private static string WithTeam()
    {
        var definition = Samples.JudicialDefinition;
        definition["team"] = new JsonArray(new JsonObject());
        definition["applications"] = new JsonObject();
        return definition.ToJsonString();
    }

    /// <returns>A reference to the component.</returns>
    public JsonNode Of(Type type)
    {
        var name = type.Name.EndsWith("Request", StringComparison.Ordinal) ? type.Name : $"{type.Name}Request";
        components[name] = type == typeof(PersonRow) ? Row() : FromReader(type);
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private static JsonObject FromReader(Type type)
    {
        var (read, texts) = Readers[type];
        var asked = new List<FieldReader>();
        foreach (var text in texts)
        {
            var fields = Fields(text);
            read(fields);
            asked.Add(fields);
        }

        return Object([.. asked.Select(f => f.Asked)], type);
    }

    /// <param name="branches">What was asked in each branch; what only some ask for is not required.</param>
    private static JsonObject Object(IReadOnlyList<IReadOnlyCollection<AskedField>> branches, Type? type)
    {
        var fields = branches.SelectMany(b => b).DistinctBy(f => f.Name).ToList();
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var property = type?.GetProperty(field.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            var schema = Schema(field, Inner(property?.PropertyType));
            if (property is not null && Docstrings.Of(property) is { } text)
            {
                schema["description"] = text;
            }

            properties[field.Name] = schema;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = AnswerSchemas.Words(
                fields.Where(f => branches.All(b => b.Any(x => x.Name == f.Name && x.Required))).Select(f => f.Name)),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Schema(AskedField field, Type? type) => field.Kind switch
    {
        AskedKind.Text when field.Words.Count > 0 => new JsonObject { ["type"] = "string", ["enum"] = AnswerSchemas.Words(field.Words) },
        AskedKind.Text => new JsonObject { ["type"] = "string", ["maxLength"] = field.Most },
        AskedKind.Whole => Otherwise(Whole(field), field.Otherwise is [{ } number] ? JsonValue.Create(number) : null),
        AskedKind.Wholes => Otherwise(
            new JsonObject { ["type"] = "array", ["items"] = Whole(field), ["maxItems"] = field.Entries },
            new JsonArray([.. field.Otherwise.Select(n => JsonValue.Create(n))])),
        AskedKind.LocalTime => AnswerSchemas.LocalTime(),
        AskedKind.Texts => new JsonObject
        {
            ["type"] = "array",
            ["maxItems"] = field.Entries,
            ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = field.Most },
        },
        AskedKind.YesNo => new JsonObject { ["type"] = "boolean" },
        AskedKind.Object => Object([field.Inner!.Asked], type),
        AskedKind.Objects => new JsonObject
        {
            ["type"] = "array",
            ["items"] = Object([field.Inner!.Asked], type),
            ["maxItems"] = field.Most,
        },
        AskedKind.Open => new JsonObject { ["type"] = "object" },
        var other => throw new InvalidOperationException($"There is no schema for a field of the kind {other}."),
    };

    private static JsonObject Whole(AskedField field)
    {
        var whole = new JsonObject { ["type"] = "integer", ["minimum"] = field.Least };
        if (field.Most < int.MaxValue)
        {
            whole["maximum"] = field.Most;
        }

        return whole;
    }

    private static JsonObject Otherwise(JsonObject schema, JsonNode? otherwise)
    {
        if (otherwise is not null)
        {
            schema["default"] = otherwise;
        }

        return schema;
    }

    /// <summary>A row has no reader of fields: its columns are those of everybody, and an empty row tells which of them it needs.</summary>
    private static JsonObject Row()
    {
        var empty = new PersonRow("row", new Dictionary<string, string>(StringComparer.Ordinal));
        var missing = empty.ToPerson("", "", Judicial, default).Problems
            .Where(p => p.Sentence.EndsWith(" is missing.", StringComparison.Ordinal)).Select(p => p.Place.Split(", ")[^1]);
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Lists may be one text with semicolons. A scheme whose matching weighs more has a column for each "
                + "such factor.",
            ["properties"] = new JsonObject(PersonRow.Columns.Select(c => KeyValuePair.Create<string, JsonNode?>(
                c,
                new JsonObject
                {
                    ["type"] = AnswerSchemas.Words(["string", "array"]),
                    ["items"] = new JsonObject { ["type"] = "string" },
                }))),
            ["required"] = AnswerSchemas.Words(missing),
        };
    }

    private static Type? Inner(Type? type) => type is { IsGenericType: true } ? type.GetGenericArguments()[0] : type;

    private static FieldReader Fields(string text) => FieldReader.Of(JsonDocument.Parse(text).RootElement);
}
