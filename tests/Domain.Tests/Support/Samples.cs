using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Domain.Tests.Support;

/// <summary>The files a newcomer runs: samples/ and schemes/ of this repository.</summary>
internal static class Samples
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    private static readonly JsonSerializerOptions AsTheServiceReads = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static readonly Language English = JsonSerializer.Deserialize<Language>(
        File.ReadAllText(Path.Combine(Root, "templates", "en-GB", "language.json")), AsTheServiceReads)!;

    public static readonly Scheme Judicial = SchemeOf("judicial");

    /// <summary>With windows for reflection of ten days, which the dates of these tests go by.</summary>
    public static readonly CohortDefinition Judicial2023 = CohortDefinitionReader.Read(
        FieldReader.Of(Json("judicial-2023").Deserialize<JsonElement>())).Value! with
    { Reflections = new ReflectionPlan(10, 3) };

    public static JsonObject Json(string sample) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "samples", sample, "cohort.json")))!.AsObject();

    public static Scheme SchemeOf(string id) =>
        JsonSerializer.Deserialize<Scheme>(File.ReadAllText(Path.Combine(Root, "schemes", id, "scheme.json")), AsTheServiceReads)!
            with
        { Words = English };

    private static string Here([CallerFilePath] string path = "") => path;
}
