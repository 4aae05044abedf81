namespace ReverseMentoring.Infra.Tests.Build;

/// <summary>Durable Task Scheduler needs code that is there only with FullFeed; who deploys without it hears so in time.</summary>
public class DeploymentTests
{
    [Theory]
    [InlineData("true", "DurableTaskScheduler", 0, "")]
    [InlineData("true", "AzureStorage", 0, "")]
    [InlineData("", "AzureStorage", 0, "standins/Azure.Communication.Email")]
    [InlineData("", "", 0, "standins/Azure.Communication.Email")]
    [InlineData("", "DurableTaskScheduler", 1, "FullFeed=true azd deploy")]
    [InlineData("false", "DurableTaskScheduler", 1, "FullFeed=true azd deploy")]
    public void Deploying_asks_for_FullFeed_where_it_is_needed_and_advises_it_elsewhere(
        string fullFeed, string backend, int expected, string told)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["FullFeed"] = fullFeed, ["DURABLE_BACKEND"] = backend };
        var (code, output, errors) = Programs.Try("sh", ["-c", Hook()], environment);
        Assert.Equal((expected, ""), (code, errors));
        Assert.Contains(told, output, StringComparison.Ordinal);
        Assert.Equal(told.Length == 0, output.Length == 0);
    }

    [Fact]
    public void What_the_app_runs_on_by_itself_is_Azure_Storage() =>
        Assert.DoesNotContain("storageProvider", Repository.Read("host.json"), StringComparison.Ordinal);

    [Theory]
    [InlineData("FullFeed: 'true'")]
    [InlineData("dotnet build ReverseMentoring.Serverless.sln -c Release -p:FullFeed=true")]
    [InlineData("dotnet publish src/Functions -c Release -p:FullFeed=true")]
    [InlineData("az bicep build --file infra/bicep/main.bicep")]
    [InlineData("az bicep build-params --file infra/bicep/main.bicepparam")]
    [InlineData("run: ./test")]
    public void The_workflow_builds_with_and_without_it_and_compiles_the_Bicep_files(string step) =>
        Assert.Contains(step, Repository.Read(".github/workflows/build.yml"), StringComparison.Ordinal);

    /// <summary>The lines of the hook that runs before packaging, without what indents them.</summary>
    private static string Hook()
    {
        var lines = File.ReadAllLines(Repository.Path("azure.yaml"));
        var start = Array.FindIndex(lines, line => line.Trim() == "prepackage:");
        var run = Array.FindIndex(lines, start, line => line.Trim() == "run: |") + 1;
        var indent = lines[run].TakeWhile(c => c == ' ').Count();
        return string.Join('\n', lines.Skip(run)
            .TakeWhile(line => line.StartsWith(new string(' ', indent), StringComparison.Ordinal)).Select(line => line[indent..]));
    }
}
