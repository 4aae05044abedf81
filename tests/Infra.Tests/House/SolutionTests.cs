using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.House;

public partial class SolutionTests
{
    private static readonly string Text = Repository.Read("ReverseMentoring.Serverless.sln");

    [Fact]
    public void It_has_two_configurations_and_one_platform() =>
        Assert.Equal(["Debug|Any CPU = Debug|Any CPU", "Release|Any CPU = Release|Any CPU"],
            Text.Split("preSolution")[1].Split(
                "EndGlobalSection")[0].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void It_builds_no_project_in_any_other() =>
        Assert.All(
            Configured().Matches(Text), match => Assert.Contains(match.Groups["name"].Value, new[] { "Debug|Any CPU", "Release|Any CPU" }));

    [Fact]
    public void It_has_every_project_there_is_and_builds_each_in_both()
    {
        var projects = Listed().Matches(Text).ToDictionary(
            match => match.Groups["file"].Value.Replace('\\', '/'), match => match.Groups["id"].Value, StringComparer.Ordinal);
        Assert.Equal(
            Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
            projects.Keys.Order(StringComparer.Ordinal));
        Assert.All(projects.Values, id => Assert.True(
            Text.Contains($"{id}.Debug|Any CPU.Build.0", StringComparison.Ordinal)
                && Text.Contains($"{id}.Release|Any CPU.Build.0", StringComparison.Ordinal), id));
    }

    [GeneratedRegex(
        @"^\s*\{[0-9A-F-]+\}\.(?<name>[^.]+)\.(ActiveCfg|Build\.0)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Configured();

    [GeneratedRegex(
        "\"(?<file>[^\"]+\\.csproj)\", \"(?<id>\\{[0-9A-F-]+\\})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listed();
}
