namespace ReverseMentoring.Infra.Tests.Bicep;

public class ShapeTests
{
    [Fact]
    public void The_main_file_only_composes_modules()
    {
        Assert.Empty(BicepFile.Main.Resources);
        Assert.NotEmpty(BicepFile.Main.ModuleUses);
    }

    [Fact]
    public void Every_module_is_used_and_every_used_module_is_there() =>
        Assert.Equal(BicepFile.Modules.Select(file => file.Name).Order(StringComparer.Ordinal),
            BicepFile.Main.ModuleUses.Select(use => use.Target).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_parameter_and_output_is_described() =>
        Assert.Empty(
            from file in BicepFile.Templates
            from declared in file.Parameters.Concat(file.Outputs)
            where declared.Decorator("description") is not { Length: > 12 }
            select $"{file}: {declared.Name}");

    [Fact]
    public void Every_parameter_and_variable_is_used() =>
        Assert.Empty(
            from file in BicepFile.Templates
            from declared in file.Parameters.Concat(file.Variables)
            where file.Root.All("identifier").Count(node => node.Text == declared.Name) < 2
            select $"{file}: {declared.Name}");

    [Fact]
    public void A_module_is_given_the_parameters_it_declares() =>
        Assert.Empty(
            from use in BicepFile.Main.ModuleUses
            let given = use.Node.At("params")!.Properties().Select(p => p.Name).ToHashSet(StringComparer.Ordinal)
            let module = BicepFile.Templates.Single(file => file.Name == use.Target)
            let known = module.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal)
            let needed = module.Parameters.Where(p => !p.HasDefault).Select(p => p.Name)
            from wrong in given.Except(known, StringComparer.Ordinal).Select(name => $"{use.Name} knows no {name}")
                .Concat(needed.Except(given, StringComparer.Ordinal).Select(name => $"{use.Name} needs {name}"))
            select wrong);

    [Fact]
    public void An_output_that_is_read_is_declared()
    {
        var outputs = BicepFile.Main.ModuleUses.ToDictionary(
            use => use.Name, use => BicepFile.Templates.Single(file => file.Name == use.Target).Outputs.Select(o => o.Name).ToList(), StringComparer.Ordinal);
        var read = BicepFile.Main.Root.All("member_expression").Select(node => node.Text.Replace("!", "", StringComparison.Ordinal).Split('.'))
            .Where(parts => parts is [_, "outputs", _]).ToList();
        Assert.NotEmpty(read);
        Assert.All(read, parts => Assert.Contains(parts[2], outputs[parts[0]]));
    }

    [Fact]
    public void The_parameter_file_gives_what_has_no_default_and_nothing_unknown()
    {
        var given = BicepFile.Everything.Single(file => file.Name == "main.bicepparam").Variables.Select(p => p.Name).ToList();
        Assert.Empty(given.Except(BicepFile.Main.Parameters.Select(p => p.Name), StringComparer.Ordinal));
        Assert.Empty(BicepFile.Main.Parameters.Where(p => !p.HasDefault).Select(p => p.Name).Except(given, StringComparer.Ordinal));
    }

    [Fact]
    public void What_has_a_place_has_tags() =>
        Assert.Empty(
            from file in BicepFile.Templates
            from resource in file.Resources
            where resource.Node.At("location") is not null && resource.Node.At("tags") is null
            select $"{file}: {resource.Name}");

    [Fact]
    public void One_instance_stands_by_for_orchestrations_unless_parameters_say_otherwise()
    {
        var app = BicepFile.Module("function-app").Resources.Single(r => r.ResourceType == "Microsoft.Web/sites").Node;
        var ready = app.At("properties.functionAppConfig.scaleAndConcurrency.alwaysReady")!;
        Assert.StartsWith("alwaysReadyInstances == 0 ? []", ready.Text, StringComparison.Ordinal);
        Assert.Equal(("alwaysReadyGroup", "alwaysReadyInstances"), (ready.At("name")!.Text, ready.At("instanceCount")!.Text));
        Assert.EndsWith("= 1", Parameter("alwaysReadyInstances").Node.Text, StringComparison.Ordinal);
        Assert.EndsWith("= 'durable'", Parameter("alwaysReadyGroup").Node.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sender_is_made_only_where_Azure_lets_one_be_made()
    {
        Assert.EndsWith("= 'DoNotReply'", Parameter("mailSender").Node.Text, StringComparison.Ordinal);
        var email = BicepFile.Module("email");
        Assert.Contains(" = if (domainIsVerified && hasOwnSender) {", email.Resources.Single(r => r.Name == "sender").Node.Text, StringComparison.Ordinal);
        Assert.EndsWith("= toLower(senderName) != 'donotreply'", email.Variables.Single(v => v.Name == "hasOwnSender").Node.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_get_mail_has_to_be_said()
    {
        Assert.False(Parameter("mailAllowedDomains").HasDefault);
        var given = BicepFile.Everything.Single(file => file.Name == "main.bicepparam").Variables.Single(p => p.Name == "mailAllowedDomains");
        Assert.EndsWith("= readEnvironmentVariable('MAIL_ALLOWED_DOMAINS')", given.Node.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_app_runs_on_the_isolated_worker_of_this_framework()
    {
        var app = BicepFile.Module("function-app").Resources.Single(r => r.ResourceType == "Microsoft.Web/sites").Node;
        Assert.Equal(("'dotnet-isolated'", "'10.0'"),
            (app.At("properties.functionAppConfig.runtime.name")!.Text, app.At("properties.functionAppConfig.runtime.version")!.Text));
    }

    [Fact]
    public void Durable_state_is_in_Azure_Storage_unless_a_parameter_says_otherwise()
    {
        var backend = Parameter("durableBackend");
        Assert.EndsWith("= 'AzureStorage'", backend.Node.Text, StringComparison.Ordinal);
        Assert.Equal(["'AzureStorage'", "'DurableTaskScheduler'"], backend.Decorators.SelectMany(d => d.All("array")).Single().Children.Select(c => c.Text));
    }

    [Fact]
    public void The_budget_warns_before_it_is_spent()
    {
        var alerts = BicepFile.Module("budget").Resources.Single().Node.At("properties.notifications")!.Properties().ToList();
        Assert.Contains(alerts, alert => alert.Value.At("threshold")!.Text == "80" && alert.Value.At("enabled")!.Text == "true");
        Assert.All(alerts, alert => Assert.Equal("contacts", alert.Value.At("contactEmails")!.Text));
    }

    private static Declared Parameter(string name) => BicepFile.Main.Parameters.Single(p => p.Name == name);
}
