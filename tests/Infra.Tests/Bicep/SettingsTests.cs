using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ReverseMentoring.Functions.Options;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>The service starts on exactly the settings Bicep gives it. What it reads is seen by starting it, not from a list.</summary>
public class SettingsTests
{
    private static readonly Dictionary<string, string> Set = Variable("serviceSettings")
        .ToDictionary(setting => setting.Name.Replace("__", ":", StringComparison.Ordinal), setting => ValueOf(setting.Value), StringComparer.Ordinal);

    private static readonly SortedSet<string> Read = ReadWith(Set);

    [Fact]
    public void The_service_accepts_what_Bicep_sets() => Assert.NotEmpty(Read);

    [Fact]
    public void Bicep_sets_nothing_the_service_does_not_read() =>
        Assert.Empty(Set.Keys.Except(Read, StringComparer.Ordinal));

    [Fact]
    public void What_Bicep_leaves_out_is_explained() =>
        Assert.Empty(Read.Except(Set.Keys, StringComparer.Ordinal).Except(AzureSettings.NotSet.Keys, StringComparer.Ordinal));

    [Fact]
    public void An_explanation_is_of_a_setting_that_is_read_and_left_out()
    {
        Assert.Empty(AzureSettings.NotSet.Keys.Intersect(Set.Keys, StringComparer.Ordinal));
        Assert.Empty(AzureSettings.NotSet.Keys.Except(Read, StringComparer.Ordinal));
    }

    [Fact]
    public void Without_what_it_needs_in_Azure_the_service_says_so()
    {
        var settings = Set.Where(setting => setting.Key != "Mail:Endpoint").ToDictionary(StringComparer.Ordinal);
        Assert.Contains("Mail:Endpoint", Assert.Throws<InvalidOperationException>(() => ReadWith(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_is_told_the_task_hub_and_where_its_storage_is()
    {
        var names = Variable("hostSettings").Select(setting => setting.Name).ToList();
        Assert.Superset(new HashSet<string> { "TaskHubName", "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID" },
            names.ToHashSet());
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        Assert.Equal("%TaskHubName%", host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString());
    }

    [Fact]
    public void Each_setting_is_in_the_operations_page()
    {
        var page = Repository.Read("docs/operations.md");
        Assert.All(Read, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static SortedSet<string> ReadWith(Dictionary<string, string> settings)
    {
        var recorder = new RecordingConfiguration(new ConfigurationBuilder().AddInMemoryCollection(settings!).Build());
        ServiceOptions.From(recorder);
        return recorder.Asked;
    }

    private static IEnumerable<(string Name, Syntax Value)> Variable(string name) =>
        BicepFile.Module("app-settings").Variables.Single(variable => variable.Name == name).Node.Body!.Properties();

    private static string ValueOf(Syntax value) => value.Type == "string" ? Syntax.Unquote(value.Text) : AzureSettings.SampleValues[value.Text];
}
