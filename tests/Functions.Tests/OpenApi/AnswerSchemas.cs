using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Gatherings;
using ReverseMentoring.Functions.Adapters;

namespace ReverseMentoring.Functions.Tests.OpenApi;

/// <summary>Schemas of the records that answers are written from; each record becomes a component of its own.</summary>
internal sealed class AnswerSchemas(SortedDictionary<string, JsonNode> components)
{
    // The numbers that are written are numbers; only reading takes them from text too.
    private static readonly JsonSerializerOptions Options = new(DocumentJson.Options)
    {
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <returns>A reference to the record's component.</returns>
    public JsonNode Of(Type type) => Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Transform,
    });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(EventKind))
        {
            return Described(new JsonObject { ["type"] = "string", ["enum"] = Words(GatheringKinds.All.Select(k => k.Key)) }, context);
        }

        if (schema is not JsonObject node)
        {
            return Described([], context);
        }

        if (node["$ref"]?.GetValue<string>().StartsWith("#/properties", StringComparison.Ordinal) == true)
        {
            // The exporter refers to where it met the record first; the component stands in one place.
            return Described(Reference(type), context);
        }

        if (type == typeof(DateTime))
        {
            return Described(LocalTime(), context);
        }

        if (type.IsEnum)
        {
            var words = node["enum"]!.AsArray().OfType<JsonNode>().Select(w => w.GetValue<string>()).ToList();
            return Described(new JsonObject { ["type"] = "string", ["enum"] = Words(words) }, context);
        }

        if (node["type"] is JsonArray types)
        {
            // What is null is left out of an answer.
            node["type"] = types.First(t => t!.GetValue<string>() != "null")!.GetValue<string>();
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && node.ContainsKey("properties"))
        {
            return Described(Component(type, node, context.TypeInfo.Properties), context);
        }

        return Described(node, context);
    }

    private JsonObject Component(Type type, JsonObject node, IEnumerable<JsonPropertyInfo> properties)
    {
        node["required"] = Words(properties.Where(p => p.Get is not null && !p.IsGetNullable && node["properties"]![p.Name] is not null)
            .Select(p => p.Name));
        if (Docstrings.Of(type) is { } summary)
        {
            node["description"] = summary;
        }

        components[type.Name] = node.DeepClone();
        return Reference(type);
    }

    private static JsonObject Reference(Type type) => new() { ["$ref"] = $"#/components/schemas/{type.Name}" };

    private static JsonObject Described(JsonObject node, JsonSchemaExporterContext context)
    {
        if (context.PropertyInfo?.AttributeProvider is PropertyInfo property && Docstrings.Of(property) is { } text)
        {
            node["description"] = text;
        }

        return node;
    }

    internal static JsonObject LocalTime() => new()
    {
        ["type"] = "string",
        ["pattern"] = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$",
        ["description"] = "Local date and time in the cohort's timeZone, without Z or an offset.",
        ["examples"] = Words(["2023-02-27T16:00"]),
    };

    internal static JsonArray Words(IEnumerable<string> words) => [.. words.Select(w => JsonValue.Create(w))];
}
