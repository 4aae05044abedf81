using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Build;

/// <summary>What MSBuild makes of a project file. The packages need not be there for that.</summary>
internal static class Project
{
    public static JsonElement Evaluate(string project, string? property = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var answer = JsonDocument.Parse(Programs.Run("dotnet",
        [
            "msbuild", Repository.Path(project), "-getItem:PackageReference,ProjectReference,PackageVersion",
            "-getProperty:OutputType,AzureFunctionsVersion,TargetFramework,FullFeed", .. property is null ? [] : new[] { property },
        ],
        environment));
        return answer.RootElement.Clone();
    }

    public static IReadOnlyList<string> Items(JsonElement project, string kind) =>
        [.. project.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
}
