using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Switch;

/// <summary>What the project files say with -p:UseAzurePackages=true. The packages need not be there for that.</summary>
public class AzureBuildTests
{
    private static readonly string[] AzureOnly =
    [
        "Azure.Communication.Email", "Azure.Storage.Blobs", "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask",
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged", "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        "Microsoft.Azure.Functions.Worker.Sdk", "Scriban",
    ];

    private static readonly Lazy<JsonElement> Azure = new(() => Evaluate("src/Functions/ReverseMentoring.Functions.csproj", "true"));

    private static readonly Lazy<JsonElement> OneMachine = new(() => Evaluate("src/Functions/ReverseMentoring.Functions.csproj", "false"));

    [Fact]
    public void It_takes_the_official_packages_and_nothing_of_embedded()
    {
        var packages = Items(Azure.Value, "PackageReference");
        Assert.Superset(AzureOnly.ToHashSet(StringComparer.Ordinal), packages.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(Items(Azure.Value, "ProjectReference"), path => path.Contains("embedded", StringComparison.Ordinal));
        Assert.Empty(packages.Except(Items(Azure.Value, "PackageVersion"), StringComparer.Ordinal));
    }

    [Fact]
    public void The_other_build_takes_none_of_them()
    {
        var packages = Items(OneMachine.Value, "PackageReference");
        Assert.DoesNotContain(packages, package => package.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal) || package is "Scriban" or "Azure.Communication.Email" or "Azure.Storage.Blobs");
        Assert.Contains(Items(OneMachine.Value, "ProjectReference"), path => path.Contains("embedded", StringComparison.Ordinal));
        Assert.Empty(packages.Except(Items(OneMachine.Value, "PackageVersion"), StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_a_program_for_Functions_4_on_the_same_framework()
    {
        var properties = Azure.Value.GetProperty("Properties");
        Assert.Equal("Exe", properties.GetProperty("OutputType").GetString());
        Assert.Equal("v4", properties.GetProperty("AzureFunctionsVersion").GetString());
        Assert.Equal("net10.0", properties.GetProperty("TargetFramework").GetString());
    }

    [Fact]
    public void Host_json_templates_schemes_and_the_description_are_in_its_output()
    {
        var copied = Azure.Value.GetProperty("Items").GetProperty("None").EnumerateArray()
            .Where(item => item.TryGetProperty("CopyToOutputDirectory", out var copy) && copy.GetString() == "PreserveNewest")
            .Select(item => item.TryGetProperty("Link", out var link) ? link.GetString()! : item.GetProperty("Identity").GetString()!)
            .Select(path => path.Split('/', '\\')[0])
            .Distinct(StringComparer.Ordinal);
        Assert.Equal(["host.json", "openapi.json", "schemes", "templates"], copied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_host_leaves_its_entry_point_to_the_official_one()
    {
        var host = Evaluate("embedded/Host/ReverseMentoring.LocalHost.csproj", "true");
        Assert.DoesNotContain(Items(host, "Compile"), path => path.Contains("FunctionsApplication", StringComparison.Ordinal));
        Assert.DoesNotContain(Items(host, "ProjectReference"), path => path.Contains("Microsoft.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_switch_is_in_project_files_only() =>
        Assert.Empty(
            from folder in new[] { "src", "embedded", "tests", "bench" }
            from file in Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(file) != "AzureBuildTests.cs"
            let text = File.ReadAllText(file)
            where text.Contains("UseAzurePackages", StringComparison.Ordinal) || text.Contains("\n#if", StringComparison.Ordinal)
            select file);

    [Fact]
    public void Every_rule_of_the_official_analyzers_is_an_error_for_orchestrators_or_says_why_not()
    {
        var lines = File.ReadAllLines(Repository.Path(".editorconfig"));
        var from = Array.IndexOf(lines, "[src/Functions/Orchestrations/**.cs]");
        var rules = lines.Skip(from).Where(line => line.StartsWith("dotnet_diagnostic.DURABLE", StringComparison.Ordinal)).ToList();
        Assert.Equal(18, rules.Count);
        Assert.All(rules, rule => Assert.True(rule.EndsWith("= error", StringComparison.Ordinal) || lines[Array.IndexOf(lines, rule) - 1].StartsWith('#'), rule));
    }

    private static IReadOnlyList<string> Items(JsonElement project, string kind) =>
        [.. project.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];

    private static JsonElement Evaluate(string project, string azure) => JsonDocument.Parse(Programs.Run("dotnet",
    [
        "msbuild", Repository.Path(project), $"-p:UseAzurePackages={azure}", "-getItem:PackageReference,ProjectReference,PackageVersion,None,Compile",
        "-getProperty:OutputType,AzureFunctionsVersion,TargetFramework",
    ])).RootElement.Clone();
}
