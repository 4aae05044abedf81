using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>A compiled template: main.bicep's, a module's as main.bicep uses it, or one of a test's own.</summary>
/// <param name="Name">The symbol that main.bicep gives it.</param>
internal sealed record Template(string Name, JsonElement Json)
{
    private const string Deployment = "Microsoft.Resources/deployments";

    private static readonly Lazy<Template> Compiled = new(() => Of("main", Repository.Path("infra/bicep/main.bicep")));

    public static Template Main => Compiled.Value;

    public static IEnumerable<Template> Modules =>
        Main.Uses.Select(use => new Template(use.Symbol, use.Json.GetProperty("properties").GetProperty("template")));

    public static IEnumerable<Template> Everything => Modules.Prepend(Main);

    /// <summary>The modules that main.bicep uses, as it uses them.</summary>
    public IEnumerable<Resource> Uses => Resources.Where(resource => resource.Type == Deployment);

    public IEnumerable<Resource> Resources => Json.GetProperty("resources") switch
    {
        { ValueKind: JsonValueKind.Object } named => named.EnumerateObject().Select(r => new Resource(r.Name, r.Value)),
        var listed => listed.EnumerateArray().Select(r => new Resource(r.GetProperty("name").GetString()!, r)),
    };

    public IEnumerable<JsonProperty> Parameters => Section("parameters");

    public IEnumerable<JsonProperty> Variables => Section("variables");

    public IEnumerable<JsonProperty> Outputs => Section("outputs");

    public static Template Module(string name) => Modules.Single(module => module.Name == name);

    /// <exception cref="Xunit.Sdk.XunitException">It does not compile; the message says why.</exception>
    public static Template Of(string name, string file) => From(name, BicepCompiler.Build(file));

    public static Template From(string name, BicepCompiler.Answer answer)
    {
        Assert.True(answer.Worked, answer.Errors);
        using var json = JsonDocument.Parse(answer.Output);
        return new Template(name, json.RootElement.Clone());
    }

    /// <summary>Every text in it, names of properties too; descriptions and other metadata apart.</summary>
    public IEnumerable<string> Texts() => TextsIn(Json);

    public override string ToString() => Name;

    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        // A module's own template is looked at by itself.
        JsonValueKind.Object => element.EnumerateObject()
            .Where(p => p.Name is not ("metadata" or "template")).SelectMany(p => TextsIn(p.Value).Prepend(p.Name)),
        _ => [],
    };

    private IEnumerable<JsonProperty> Section(string name) => Json.TryGetProperty(name, out var section) ? section.EnumerateObject() : [];
}

/// <summary>A resource of a compiled template.</summary>
/// <param name="Symbol">What its file calls it; the name it is given in Azure where the compiler leaves that out.</param>
internal sealed record Resource(string Symbol, JsonElement Json)
{
    public string Type => Json.GetProperty("type").GetString()!;

    public bool IsExisting => Json.TryGetProperty("existing", out var existing) && existing.GetBoolean();

    /// <summary>The value at a path such as properties.siteConfig.ftpsState, or null.</summary>
    public JsonElement? At(string path)
    {
        var here = Json;
        foreach (var name in path.Split('.'))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here))
            {
                return null;
            }
        }

        return here;
    }

    /// <summary>The same as text: expressions and words as they stand, numbers and truth values as JSON writes them.</summary>
    public string? TextAt(string path) =>
        At(path) is { } value ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;
}
