using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace ReverseMentoring.Functions.Tests.OpenApi;

/// <summary>Holds every answer that any test sees against what openapi.json says of it.</summary>
internal static class AsDescribed
{
    private static readonly JsonObject Document =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json")))!.AsObject();

    private static readonly List<(Regex Path, JsonObject Methods)> Paths =
        [.. Document["paths"]!.AsObject().OrderBy(p => p.Key.Count(c => c == '{')).Select(p => (Pattern(p.Key), p.Value!.AsObject()))];

    private static readonly Dictionary<string, JsonSchema> Schemas = Document["components"]!["schemas"]!.AsObject()
        .ToDictionary(s => s.Key, s => JsonSchema.FromText(Strict(s.Key)), StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The answer is not described, or not like this.</exception>
    public static void Check(string method, string path, int status, string? contentType, string text)
    {
        var operation = Paths.Where(p => p.Path.IsMatch(path)).Select(p => p.Methods[method.ToLowerInvariant()]?.AsObject())
            .FirstOrDefault(o => o is not null);
        // What is no route, and what the host itself refuses, is not the API's to describe.
        if (operation is null || status is 304 or 401)
        {
            return;
        }

        var response = operation["responses"]![$"{status}"] ?? throw Undescribed("has no such status");
        response = response["$ref"]?.GetValue<string>().Split('/')[^1] is { } name
            ? Document["components"]!["responses"]![name]!
            : response;
        if (method == "HEAD" || response["content"]?[contentType ?? ""]?["schema"]?["$ref"] is not { } reference)
        {
            return;
        }

        var result = Schemas[reference.GetValue<string>().Split('/')[^1]]
            .Evaluate(JsonDocument.Parse(text).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (!result.IsValid)
        {
            throw Undescribed(string.Join("; ", result.Details!.Where(d => d.Errors is not null)
                .Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}")));
        }

        InvalidOperationException Undescribed(string what) =>
            new($"{method} {path} answered {status}; openapi.json says otherwise of it: {what}.");
    }

    private static Regex Pattern(string path) => new(
        "^" + Regex.Replace(path, @"\{\w+\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$",
        RegexOptions.None,
        TimeSpan.FromSeconds(1));

    /// <summary>A schema by itself, in which nothing may stand that is not described.</summary>
    private static string Strict(string name)
    {
        var schemas = Document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (_, schema) in schemas)
        {
            schema!["additionalProperties"] = false;
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}", ["$defs"] = schemas }.ToJsonString()
            .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
    }
}
