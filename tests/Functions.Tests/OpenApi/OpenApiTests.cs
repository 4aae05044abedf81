using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.OpenApi;

public sealed class OpenApiTests
{
    private const string Command = "MAKE_OPENAPI=1 dotnet test tests/Functions.Tests --filter OpenApiTests";

    private static readonly string[] Methods = ["get", "head", "post", "put", "patch", "delete"];

    private static readonly JsonElement Document =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json"))).RootElement;

    private static readonly (string Route, AuthorizationLevel Level)[] Functions =
        [.. OpenApi.Described.Functions.SelectMany(f => f.Methods.Select(verb => ($"{verb} {f.Path}", f.Level)))];

    private static readonly Dictionary<string, JsonElement> Described = Document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject()
        .Where(o => Methods.Contains(o.Name)).Select(o => (Route: $"{o.Name} {path.Name}", o.Value)))
        .ToDictionary(o => o.Route, o => o.Value, StringComparer.Ordinal);

    [Fact]
    public void It_is_what_routes_readers_and_records_make_of_it()
    {
        var made = OpenApiMaker.Make();
        var file = Path.Combine(Samples.Root, "src", "Functions", "openapi.json");
        if (Environment.GetEnvironmentVariable("MAKE_OPENAPI") == "1")
        {
            File.WriteAllText(file, made);
            return;
        }

        Assert.True(File.ReadAllText(file) == made, $"src/Functions/openapi.json is stale; make it again: {Command}");
    }

    [Fact]
    public void Another_reader_of_OpenApi_finds_nothing_wrong_with_it()
    {
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(Document.GetRawText(), "json");
        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(e => e.ToString()));
        Assert.Equal(Document.GetProperty("paths").EnumerateObject().Count(), read.Document!.Paths.Count);
    }

    [Fact]
    public void Every_route_and_method_is_described_and_nothing_else() =>
        Assert.Equal(Functions.Select(f => f.Route).Order(StringComparer.Ordinal), Described.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_route_says_which_key_it_asks_for() => Assert.All(Functions, function =>
    {
        var keys = Described[function.Route].GetProperty("security").EnumerateArray().Select(s => s.EnumerateObject().First().Name);
        string[] expected = function.Level switch
        {
            AuthorizationLevel.Anonymous => [],
            AuthorizationLevel.Function => ["functionKey", "functionKeyInQuery"],
            _ => ["adminKey", "adminKeyInQuery"],
        };
        Assert.Equal(expected, keys);
        Assert.Equal(
            function.Level > AuthorizationLevel.Anonymous, Described[function.Route].GetProperty("responses").TryGetProperty("401", out _));
    });

    [Fact]
    public void Every_path_parameter_is_described_and_every_reference_leads_somewhere()
    {
        foreach (var path in Document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var named = operation.Value.TryGetProperty("parameters", out var list)
                    ? list.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "path")
                        .Select(p => p.GetProperty("name").GetString()!)
                    : [];
                Assert.Equal(path.Name.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')), named);
            }
        }

        Assert.All(References(Document), reference => Assert.Equal(JsonValueKind.Object, Find(reference).ValueKind));
    }

    [Fact]
    public void Refusals_are_problem_documents_or_pages() => Assert.All(
        Described.Where(d => !d.Key.StartsWith("head", StringComparison.Ordinal))
            .SelectMany(d => d.Value.GetProperty("responses").EnumerateObject())
            .Where(r => r.Name.StartsWith('4') && r.Name is not ("401" or "416")),
        r => Assert.Contains(
            Resolved(r.Value).GetProperty("content").EnumerateObject().First().Name, new[] { "application/problem+json", "text/html" }));

    [Fact]
    public void The_sample_definition_has_the_fields_that_are_described()
    {
        var described = Document.GetProperty("components").GetProperty("schemas").GetProperty("CohortDefinitionRequest");
        var fields = described.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var sample = Samples.JudicialDefinition.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(fields, sample);
        Assert.Superset(
            described.GetProperty("required").EnumerateArray().Select(r => r.GetString()!).ToHashSet(StringComparer.Ordinal), sample);
    }

    [Fact]
    public async Task It_is_served_by_the_service_itself_to_anybody()
    {
        await using var service = await TestService.StartAsync();
        var served = await service.Browser.AskAsync("api/openapi.json");
        Assert.Equal((HttpStatusCode.OK, "application/json"), (served.Status, served.ContentType));
        Assert.StartsWith("3.1", served.Json.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(Document.GetRawText(), served.Json.GetRawText());
    }

    private static JsonElement Resolved(JsonElement element) =>
        element.TryGetProperty("$ref", out var reference) ? Find(reference.GetString()!) : element;

    private static JsonElement Find(string reference) =>
        reference.Split('/').Skip(1)
            .Aggregate(Document, (at, name) => at.TryGetProperty(name, out var next) ? next : throw new KeyNotFoundException(reference));

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
