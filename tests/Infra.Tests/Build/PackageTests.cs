namespace ReverseMentoring.Infra.Tests.Build;

/// <summary>What a build and a publish of the app hold: what the Functions host needs, and nothing that only this machine uses.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly string[] Needed =
    [
        ".azurefunctions",
        "ReverseMentoring.Functions.dll", "ReverseMentoring.Functions.runtimeconfig.json", "extensions.json", "functions.metadata",
        "host.json", "openapi.json", "schemes", "templates/en-GB/emails", "templates/en-GB/pages", "worker.config.json",
    ];

    private readonly DirectoryInfo _published = Directory.CreateTempSubdirectory("published-");

    public void Dispose() => _published.Delete(recursive: true);

    [Fact]
    public void The_build_output_has_what_a_Functions_host_needs() => Holds(Repository.Output("src/Functions"));

    [Fact]
    public void A_publish_has_it_too_and_nothing_of_the_local_host_or_the_tests()
    {
        Programs.Run("dotnet",
        [
            "publish", Repository.Path(
                "src/Functions"), "--no-build", "--nologo", "--verbosity", "quiet", "--configuration", Repository.Configuration,
            "--output", _published.FullName, $"-p:FullFeed={Repository.FullFeed}",
        ]);
        Holds(_published.FullName);
        var schemes = Directory.GetDirectories(Repository.Path("schemes")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(
            schemes,
            Directory.GetDirectories(Path.Combine(_published.FullName, "schemes")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Repository.Read("host.json"), File.ReadAllText(Path.Combine(_published.FullName, "host.json")));
    }

    [Fact]
    public void It_is_a_program_for_Functions_4_on_dotnet_10()
    {
        var properties = Project.Evaluate("src/Functions/ReverseMentoring.Functions.csproj").GetProperty("Properties");
        Assert.Equal("Exe", properties.GetProperty("OutputType").GetString());
        Assert.Equal("v4", properties.GetProperty("AzureFunctionsVersion").GetString());
        Assert.Equal("net10.0", properties.GetProperty("TargetFramework").GetString());
    }

    private static void Holds(string folder)
    {
        Assert.All(Needed, name => Assert.True(Path.Exists(Path.Combine(folder, name)), $"{name} is missing."));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, ".azurefunctions"), "*.dll"));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)),
            IsOfThisMachine);
    }

    private static bool IsOfThisMachine(string name) =>
        name.Contains("LocalHost", StringComparison.OrdinalIgnoreCase) || name.Contains("Rehearsal", StringComparison.OrdinalIgnoreCase)
        || name.Contains("xunit", StringComparison.OrdinalIgnoreCase) || name.Contains("Tests", StringComparison.Ordinal)
        || name.StartsWith("samples", StringComparison.Ordinal) || name == "local.settings.json";
}
