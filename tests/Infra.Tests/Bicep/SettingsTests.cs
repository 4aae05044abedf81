using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>The service starts on exactly the settings Bicep gives it. What it reads is seen by starting it, not from a list.</summary>
public class SettingsTests
{
    private static readonly Dictionary<string, string> Set = Variable("serviceSettings")
        .ToDictionary(
            setting => setting.Name.Replace("__", ":", StringComparison.Ordinal),
            setting => ValueOf(setting.Value),
            StringComparer.Ordinal);

    /// <summary>What the Functions host and the libraries read; the service may, too.</summary>
    private static readonly IReadOnlyList<string> OfTheHost = [.. Variable("hostSettings").Select(setting => setting.Name)];

    private static readonly SortedSet<string> Read = ReadWith(Set);

    [Fact]
    public void The_service_accepts_what_Bicep_sets() => Assert.NotEmpty(Read);

    [Fact]
    public void Bicep_sets_nothing_the_service_does_not_read() =>
        Assert.Empty(Set.Keys.Except(Read, StringComparer.Ordinal));

    [Fact]
    public void What_Bicep_leaves_out_is_explained() =>
        Assert.Empty(Read.Except(Set.Keys, StringComparer.Ordinal)
            .Except(OfTheHost, StringComparer.Ordinal).Except(AzureSettings.NotSet.Keys, StringComparer.Ordinal));

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
        Assert.Contains(
            "Mail:Endpoint", Assert.Throws<InvalidOperationException>(() => ReadWith(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_is_told_the_task_hub_and_where_its_storage_is()
    {
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "TaskHubName",
                "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID",
            },
            OfTheHost.ToHashSet(StringComparer.Ordinal));
        using var host = JsonDocument.Parse(Repository.Read("host.json"));
        Assert.Equal(
            "%TaskHubName%", host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString());
    }

    /// <summary>The role that admits is among those of <see cref="SafetyTests"/>.</summary>
    [Fact]
    public void Telemetry_is_told_where_to_go_and_which_identity_to_take() =>
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "APPLICATIONINSIGHTS_CONNECTION_STRING",
                "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AZURE_CLIENT_ID" },
            OfTheHost.ToHashSet(StringComparer.Ordinal));

    /// <summary>Each is a setting that the Functions host reads in place of what host.json says.</summary>
    [Fact]
    public void Durable_Task_Scheduler_takes_the_place_of_what_host_json_says()
    {
        var settings = Template.Module("appSettings").Variables.Single(v => v.Name == "schedulerSettings").Value.GetString()!;
        const string Provider = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";
        Assert.Contains($"'{Provider}type', 'azureManaged'", settings, StringComparison.Ordinal);
        Assert.Contains($"'{Provider}connectionStringName', variables('schedulerConnection')", settings, StringComparison.Ordinal);
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

    private static IEnumerable<JsonProperty> Variable(string name) =>
        Template.Module("appSettings").Variables.Single(variable => variable.Name == name).Value.EnumerateObject();

    private static string ValueOf(JsonElement value) =>
        value.GetString() is { } text && text.StartsWith('[') ? AzureSettings.SampleValues[text.Trim('[', ']')] : value.GetString()!;
}
