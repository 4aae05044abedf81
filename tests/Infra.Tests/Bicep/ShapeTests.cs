using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.Bicep;

public partial class ShapeTests
{
    [Fact]
    public void The_main_file_only_composes_modules()
    {
        Assert.NotEmpty(Template.Main.Resources);
        Assert.All(Template.Main.Resources, resource => Assert.Equal("Microsoft.Resources/deployments", resource.Type));
    }

    [Fact]
    public void Every_module_is_used()
    {
        var used = Module().Matches(Repository.Read("infra/bicep/main.bicep"))
            .Select(match => match.Groups["file"].Value).Distinct(StringComparer.Ordinal);
        var there = Directory.GetFiles(Repository.Path("infra/bicep/modules")).Select(Path.GetFileName);
        Assert.Equal(there.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parameter_and_output_is_described() =>
        Assert.Empty(
            from template in Template.Everything
            from declared in template.Parameters.Concat(template.Outputs)
            where !declared.Value.TryGetProperty("metadata", out var metadata)
                || metadata.GetProperty("description").GetString() is not { Length: > 10 }
            select $"{template}: {declared.Name}");

    [Fact]
    public void Every_file_says_what_it_is_for() =>
        Assert.Empty(
            from template in Template.Everything
            where !template.Json.GetProperty("metadata").TryGetProperty("description", out var description)
                || description.GetString() is not { Length: > 10 }
            select template.Name);

    [Fact]
    public void What_has_a_place_has_tags() =>
        Assert.Empty(
            from module in Template.Modules
            from resource in module.Resources
            where resource.At("location") is not null && resource.At("tags") is null
            select $"{module}: {resource.Symbol}");

    [Fact]
    public void One_instance_stands_by_for_orchestrations_unless_parameters_say_otherwise()
    {
        var ready = App().TextAt("properties.functionAppConfig.scaleAndConcurrency.alwaysReady")!;
        Assert.StartsWith("[if(equals(parameters('alwaysReadyInstances'), 0), createArray(), ", ready, StringComparison.Ordinal);
        Assert.Contains(
            "createObject('name', parameters('alwaysReadyGroup'), 'instanceCount', parameters('alwaysReadyInstances'))",
            ready,
            StringComparison.Ordinal);
        Assert.Equal(1, Default("alwaysReadyInstances").GetInt32());
        Assert.Equal("durable", Default("alwaysReadyGroup").GetString());
    }

    [Fact]
    public void A_sender_is_made_only_where_Azure_lets_one_be_made()
    {
        Assert.Equal("DoNotReply", Default("mailSender").GetString());
        var email = Template.Module("email");
        Assert.Equal("[and(parameters('domainIsVerified'), variables('hasOwnSender'))]",
            email.Resources.Single(r => r.Type == "Microsoft.Communication/emailServices/domains/senderUsernames").TextAt("condition"));
        Assert.Equal(
            "[not(equals(toLower(parameters('senderName')), 'donotreply'))]",
            email.Variables.Single(v => v.Name == "hasOwnSender").Value.GetString());
    }

    [Fact]
    public void Who_may_get_mail_has_to_be_said() => Assert.False(Parameter("mailAllowedDomains").TryGetProperty("defaultValue", out _));

    [Fact]
    public void The_app_runs_on_the_isolated_worker_of_this_framework() =>
        Assert.Equal(("dotnet-isolated", "10.0"),
            (App().TextAt("properties.functionAppConfig.runtime.name"), App().TextAt("properties.functionAppConfig.runtime.version")));

    [Fact]
    public void Durable_state_is_in_Azure_Storage_unless_a_parameter_says_otherwise()
    {
        Assert.Equal("AzureStorage", Default("durableBackend").GetString());
        Assert.Equal(
            ["AzureStorage", "DurableTaskScheduler"],
            Parameter("durableBackend").GetProperty("allowedValues").EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public void The_budget_warns_before_it_is_spent()
    {
        var alerts = Template.Module("budget").Resources.Single()
            .At("properties.notifications")!.Value.EnumerateObject().Select(a => a.Value).ToList();
        Assert.Contains(alerts, alert => alert.GetProperty("threshold").GetInt32() == 80 && alert.GetProperty("enabled").GetBoolean());
        Assert.All(alerts, alert => Assert.Equal("[parameters('contacts')]", alert.GetProperty("contactEmails").GetString()));
    }

    /// <summary>Seen in what a deployment would ask for, with the least that has to be said.</summary>
    [Fact]
    public void A_first_deployment_makes_every_resource_once_and_no_scheduler()
    {
        var made = BicepCompiler.Predict(BicepCompiler.Environment).EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToList();
        Assert.True(made.Count > 30);
        Assert.Equal(made.Distinct(StringComparer.OrdinalIgnoreCase), made);
        Assert.DoesNotContain(made, id => id.Contains("Microsoft.DurableTask", StringComparison.Ordinal));
        Assert.DoesNotContain(made, id => id.Contains("eventSubscriptions", StringComparison.Ordinal));
    }

    private static Resource App() => Template.Module("functionApp").Resources.Single(r => r.Type == "Microsoft.Web/sites");

    private static JsonElement Parameter(string name) => Template.Main.Parameters.Single(p => p.Name == name).Value;

    private static JsonElement Default(string name) => Parameter(name).GetProperty("defaultValue");

    [GeneratedRegex(
        @"^module \w+ 'modules/(?<file>[\w-]+\.bicep)'",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Module();
}
