using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Build;

/// <summary>The one switch there is: -p:FullFeed=true takes the two packages that restricted feeds lack, in place of standins/.</summary>
public class FullFeedTests
{
    private const string App = "src/Functions/ReverseMentoring.Functions.csproj";

    private static readonly string[] Lacking =
        ["Azure.Communication.Email", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged"];

    private static readonly Lazy<JsonElement> With = new(() => Project.Evaluate(App, "-p:FullFeed=true"));

    private static readonly Lazy<JsonElement> Without = new(() => Project.Evaluate(App, "-p:FullFeed=false"));

    [Fact]
    public void With_it_the_app_takes_both_packages_and_no_stand_in()
    {
        Assert.Superset(
            Lacking.ToHashSet(StringComparer.Ordinal), Project.Items(With.Value, "PackageReference").ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain(Project.Items(With.Value, "ProjectReference"), IsStandin);
    }

    [Fact]
    public void Without_it_the_app_takes_the_stand_in_and_neither_package()
    {
        Assert.Empty(Project.Items(Without.Value, "PackageReference").Intersect(Lacking, StringComparer.Ordinal));
        Assert.Single(Project.Items(Without.Value, "ProjectReference"), IsStandin);
    }

    [Fact]
    public void Nothing_else_differs()
    {
        Assert.Equal(
            Lacking,
            Project.Items(With.Value, "PackageReference").Except(Project.Items(Without.Value, "PackageReference"), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
        Assert.Empty(
            Project.Items(Without.Value, "PackageReference").Except(Project.Items(With.Value, "PackageReference"), StringComparer.Ordinal));
        Assert.All([With.Value, Without.Value],
            project => Assert.Empty(
                Project.Items(project, "PackageReference").Except(Project.Items(project, "PackageVersion"), StringComparer.Ordinal)));
    }

    [Fact]
    public void It_is_off_unless_somebody_asks()
    {
        // An empty variable is none: whoever builds with the switch has it in the environment.
        var project = Project.Evaluate(App, environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["FullFeed"] = "" });
        Assert.Equal("false", project.GetProperty("Properties").GetProperty("FullFeed").GetString());
    }

    [Fact]
    public void It_is_named_in_project_files_the_workflow_the_deployment_and_pages_only() =>
        Assert.Empty(
            from file in Naming("FullFeed")
            // A parameter of the deployment says in its description that it needs the switch; nothing there reads it.
            where Path.GetExtension(file) is not (".csproj" or ".props" or ".targets" or ".md" or ".bicep")
                && file is not (".github/workflows/build.yml" or "azure.yaml")
                && !file.StartsWith("tests/Infra.Tests/", StringComparison.Ordinal)
            select file);

    [Fact]
    public void There_is_no_other_switch()
    {
        Assert.Empty(Naming("UseAzure" + "Packages"));
        Assert.Empty(
            from file in Repository.SourceFiles
            from line in File.ReadLines(Repository.Path(file))
            let code = line.TrimStart()
            where code.StartsWith("#if", StringComparison.Ordinal) || code.StartsWith("#define", StringComparison.Ordinal)
            select $"{file}: {line}");
    }

    /// <summary>Of all project files only these decide by a property: what is built depends on nothing but the switch.</summary>
    [Fact]
    public void No_project_file_has_a_condition_on_anything_else() =>
        Assert.Empty(
            from file in Repository.ProjectFiles
            from line in File.ReadLines(Repository.Path(file))
            where line.Contains("Condition=", StringComparison.Ordinal) && !line.Contains("$(FullFeed)", StringComparison.Ordinal)
            select $"{file}: {line.Trim()}");

    private static IEnumerable<string> Naming(string word) =>
        from file in Repository.Files
        where Path.GetExtension(file) is not (".png" or ".ico" or ".woff2" or ".pdf")
        where Repository.Read(file).Contains(word, StringComparison.Ordinal)
        select file;

    private static bool IsStandin(string path) => path.Contains("standins/", StringComparison.Ordinal);
}
