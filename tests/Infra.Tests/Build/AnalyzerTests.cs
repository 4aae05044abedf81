using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.Build;

/// <summary>The analyzers that come with Durable Task hold orchestrators to what replay allows, as errors.</summary>
public sealed partial class AnalyzerTests : IDisposable
{
    private const string Everywhere = "[{src,tests,bench}/**.cs]";

    private static readonly Lazy<string> Dll = new(
        () => Analyzers().Single(path => path.EndsWith("Microsoft.DurableTask.Analyzers.dll", StringComparison.Ordinal)));

    private readonly string _broken = Repository.Path($"src/Functions/obj/broken-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_broken))
        {
            Directory.Delete(_broken, recursive: true);
        }
    }

    [Fact]
    public void Every_rule_that_the_analyzers_have_is_an_error_and_no_other_is_named()
    {
        // Texts lie in the file in two bytes a letter, at even or odd places.
        var bytes = File.ReadAllBytes(Dll.Value);
        var has = Ids().Matches(Encoding.Unicode.GetString(bytes) + Encoding.Unicode.GetString(bytes.AsSpan(1)))
            .Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var errors = Section(Everywhere)
            .Where(line => line.EndsWith("= error", StringComparison.Ordinal)).Select(line => Ids().Match(line).Value);
        Assert.Equal(18, has.Count);
        Assert.Equal(has.Order(StringComparer.Ordinal), errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_rule_is_off_for_the_app() =>
        Assert.DoesNotContain(File.ReadLines(Repository.Path(".editorconfig"))
            .SkipWhile(line => line != Everywhere).TakeWhile(line => !line.StartsWith("[tests", StringComparison.Ordinal)
            && !line.StartsWith("[{tests", StringComparison.Ordinal)), line => line.EndsWith("= none", StringComparison.Ordinal));

    /// <summary>The app's own compiler call, with a file more, which breaks the rules where orchestrators lie.</summary>
    [Fact]
    public void An_orchestrator_that_breaks_a_rule_does_not_compile()
    {
        Directory.CreateDirectory(_broken);
        var file = Path.Combine(_broken, "Broken.cs");
        File.WriteAllText(file,
            """
            using Microsoft.Azure.Functions.Worker;
            using Microsoft.DurableTask;

            namespace ReverseMentoring.Functions.Orchestrations;

            /// <summary>Breaks two rules.</summary>
            public static class Broken
            {
                [Function(nameof(Broken))]
                public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
                    Task.FromResult($"{DateTime.UtcNow} {context.GetInput<string>()}");
            }
            """);
        var targets = Path.Combine(_broken, "Broken.targets");
        File.WriteAllText(targets, $"<Project><ItemGroup><Compile Include=\"{file}\" /></ItemGroup></Project>");
        var (code, output, errors) = Programs.Try("dotnet",
        [
            "build", Repository.Path("src/Functions"),
            "--no-restore", "--no-dependencies", "--nologo", "--verbosity", "quiet", "--configuration", Repository.Configuration,
            "-t:Compile", $"-p:FullFeed={Repository.FullFeed}",
            $"-p:IntermediateOutputPath={_broken}/", "-p:ProduceReferenceAssembly=false", $"-p:CustomAfterMicrosoftCommonTargets={targets}",
        ]);
        Assert.NotEqual(0, code);
        Assert.Contains("error DURABLE0001", output + errors, StringComparison.Ordinal);
        Assert.Contains("error DURABLE0009", output + errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Section(string head) =>
        File.ReadLines(Repository.Path(".editorconfig")).SkipWhile(line => line != head).Skip(1).TakeWhile(line => !line.StartsWith('['))
            .Where(line => line.StartsWith("dotnet_diagnostic", StringComparison.Ordinal));

    private static IEnumerable<string> Analyzers()
    {
        var printed = Programs.Run("dotnet",
        [
            "msbuild", Repository.Path("src/Functions/ReverseMentoring.Functions.csproj"),
            "-t:ResolveLockFileAnalyzers", "-getItem:Analyzer", $"-p:FullFeed={Repository.FullFeed}",
        ]);
        // What restoring warned of is said again before the answer.
        using var answer = JsonDocument.Parse(printed[printed.IndexOf('{', StringComparison.Ordinal)..]);
        return [.. answer.RootElement.GetProperty("Items")
            .GetProperty("Analyzer").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }

    [GeneratedRegex("DURABLE[0-9]{4}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Ids();
}
