using System.Text.Json;

namespace ReverseMentoring.Infra.Tests.Bicep;

// Over 200 lines because each rule of safety has its test.
public class SafetyTests
{
    /// <summary>Everything that must not be, in one file, which the compiler takes under its own rules.</summary>
    private static readonly Lazy<IReadOnlyList<string>> Unsafe = new(
        () => [.. SafetyRules.Breaches(Template.From("unsafe", BicepCompiler.BuildSnippet(
        """
        param s string
        param o object
        resource existing1 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
          name: s
        }
        var fromSymbol = existing1.listKeys().keys[0].value
        var fromFunction = listKeys(s, '2025-01-01')
        var inText = 'DefaultEndpointsProtocol=https;AccountName=${s}'
        var fromProperty = o.properties.primaryKey
        @secure()
        output decorated string = 'a'
        output storageKey string = 'a'
        output used array = [fromSymbol, fromFunction, inText, fromProperty]
        resource openAccount 'Microsoft.Storage/storageAccounts@2025-01-01' = {
          name: 'openaccount'
          location: 'x'
          kind: 'StorageV2'
          sku: {
            name: 'Standard_LRS'
          }
          properties: {
            allowSharedKeyAccess: true
          }
        }
        resource openContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
          name: 'openaccount/default/open'
          properties: {
            publicAccess: 'Blob'
          }
        }
        resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
          name: 'vault'
          location: 'x'
          properties: {
            sku: {
              family: 'A'
              name: 'standard'
            }
            tenantId: tenant().tenantId
          }
        }
        resource wideRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: 'wide-role'
          properties: {
            principalId: s
            roleDefinitionId: s
          }
        }
        resource wideDataRole 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-04-15' = {
          name: 'account/wide-data-role'
          properties: {
            principalId: s
            roleDefinitionId: s
            scope: '${s}/dbs/all'
          }
        }
        var shared = [
          {
            category: 'StorageDelete'
            enabled: true
          }
        ]
        resource logsAll 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
          name: 'logs-all'
          properties: {
            logs: [
              {
                categoryGroup: 'allLogs'
              }
              {
                category: 'DataPlaneRequests'
              }
            ]
          }
        }
        resource logsShared 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
          name: 'logs-shared'
          scope: existing1
          properties: {
            logs: shared
          }
        }
        """,
        strict: false)))]);

    [Fact]
    public void No_template_has_a_key_a_secret_output_or_public_access() =>
        Assert.Empty(Template.Everything.SelectMany(SafetyRules.Breaches));

    [Theory]
    [InlineData("listKeys('existing1'")]
    [InlineData("listKeys(parameters('s')")]
    [InlineData("DefaultEndpointsProtocol=")]
    [InlineData("primaryKey] reads or holds a key")]
    [InlineData("output decorated is a secret")]
    [InlineData("output storageKey is a secret")]
    [InlineData("openAccount needs properties.allowSharedKeyAccess: false")]
    [InlineData("needs properties.publicAccess: None")]
    [InlineData("nobody has said what to turn off on Microsoft.KeyVault/vaults")]
    [InlineData("wideRole reaches further than one resource")]
    [InlineData("reaches further than one container")]
    [InlineData("allLogs would log")]
    [InlineData("DataPlaneRequests would log")]
    [InlineData("StorageDelete would log")]
    public void A_template_that_has_one_is_told_apart(string breach) =>
        Assert.Contains(Unsafe.Value, sentence => sentence.Contains(breach, StringComparison.Ordinal));

    [Fact]
    public void Each_role_id_is_named_once()
    {
        var named = Template.Everything.SelectMany(template => SafetyRules.Ids(template).Select(id => (template.Name, id))).ToList();
        Assert.All(named, place => Assert.Equal("roles", place.Name));
        Assert.Equal(named.Select(place => place.id).Distinct(StringComparer.Ordinal), named.Select(place => place.id));
        Assert.Equal(8, named.Count);
    }

    [Fact]
    public void What_can_log_does()
    {
        string[] logging =
        [
            "Microsoft.Communication/communicationServices", "Microsoft.DocumentDB/databaseAccounts", "Microsoft.EventGrid/systemTopics",
            "Microsoft.OperationalInsights/workspaces",
            "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/queueServices",
            "Microsoft.Storage/storageAccounts/tableServices", "Microsoft.Web/sites",
        ];
        var scopes = Template.Modules.SelectMany(module => module.Resources)
            .Where(resource => resource.Type == "Microsoft.Insights/diagnosticSettings")
            .Select(resource => resource.TextAt("scope")!.Split('\'')[1]);
        Assert.Equal(logging, scopes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Deletions_are_logged_of_the_host_account_and_never_of_the_files()
    {
        Assert.Equal("[reference('hostStorage').outputs.name.value]", Use("hostLogs").TextAt("properties.parameters.storageName.value"));
        Assert.DoesNotContain(
            Template.Modules, module => module.Name != "hostLogs" && module.Texts().Contains("StorageDelete", StringComparer.Ordinal));
    }

    [Fact]
    public void Connection_strings_are_addresses_that_need_the_identity()
    {
        var variables = Template.Module("appSettings").Variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        var host = variables["hostSettings"];
        Assert.Equal("[parameters('insightsConnection')]", host.GetProperty("APPLICATIONINSIGHTS_CONNECTION_STRING").GetString());
        Assert.Equal("[format('ClientId={0};Authorization=AAD', parameters('identityClientId'))]",
            host.GetProperty("APPLICATIONINSIGHTS_AUTHENTICATION_STRING").GetString());
        Assert.Contains(
            "format('Endpoint={0};Authentication=ManagedIdentity;ClientID={1}', parameters('schedulerEndpoint'), "
                + "parameters('identityClientId'))",
            variables["schedulerSettings"].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, host.EnumerateObject().Count(s => s.Name.Contains("CONNECTION", StringComparison.OrdinalIgnoreCase)
            || s.Value.GetString()!.Contains("ClientId=", StringComparison.Ordinal)));
    }

    [Fact]
    public void Addresses_of_requests_are_dropped_before_they_are_stored()
    {
        var rule = Template.Module("monitoring").Resources.Single(r => r.Type == "Microsoft.Insights/dataCollectionRules");
        Assert.Equal("WorkspaceTransforms", rule.TextAt("kind"));
        var flows = rule.At("properties.dataFlows")!.Value.EnumerateArray().ToDictionary(
            flow => flow.GetProperty("streams")[0].GetString()!, flow => flow.GetProperty("transformKql")
                .GetString(), StringComparer.Ordinal);
        const string Rest = "OperationName = iif(OperationName contains \"/\", \"\", OperationName), Properties = parse_json(\"{}\")";
        Assert.Equal($"source | extend Name = \"\", Url = \"\", {Rest}", flows["Microsoft-Table-AppRequests"]);
        Assert.Equal($"source | extend Name = \"\", Data = \"\", {Rest}", flows["Microsoft-Table-AppDependencies"]);
    }

    [Fact]
    public void Delivery_reports_come_with_an_Entra_token_of_this_tenant()
    {
        var to = Template.Module("deliveryReports").Resources.Single(r => r.Type == "Microsoft.EventGrid/systemTopics/eventSubscriptions");
        Assert.Equal("[tenant().tenantId]", to.TextAt("properties.destination.properties.azureActiveDirectoryTenantId"));
        Assert.Equal(
            "[parameters('applicationId')]", to.TextAt("properties.destination.properties.azureActiveDirectoryApplicationIdOrUri"));
        var use = Use("deliveryReports");
        Assert.Equal(
            "[format('{0}api/mail-reports', reference('functionApp').outputs.address.value)]",
            use.TextAt("properties.parameters.webhookAddress.value"));
        Assert.Contains(use.At("dependsOn")!.Value.EnumerateArray(), d => d.GetString() == "appSettings");
    }

    /// <summary>Seen in what a deployment would ask for: roles of the one identity, each on the one resource, and no other.</summary>
    [Theory]
    [InlineData("AzureStorage", "sthost b7e6dc6d", "sthost 974c5e8b", "sthost 0a9a7e1f")]
    [InlineData("DurableTaskScheduler", "sthost b7e6dc6d", "dts- 0ad04412")]
    public void The_identity_may_send_telemetry_and_mail_and_use_the_stores_and_nothing_more(string backend, params string[] ofTheBackend)
    {
        var environment = BicepCompiler.Environment.Append(new("DURABLE_BACKEND", backend)).ToDictionary(StringComparer.Ordinal);
        var roles = BicepCompiler.Predict(environment).EnumerateArray()
            .Where(r => r.GetProperty("type").GetString() == "Microsoft.Authorization/roleAssignments").ToList();
        string[] expected = [.. ofTheBackend, "containers/files ba92f5b4", "acs- 09976791", "appi- 3913510d"];
        Assert.Equal(expected.Length, roles.Count);
        Assert.All(expected, pair => Assert.Single(roles, role => Fits(role, pair.Split(' '))));

        static bool Fits(JsonElement role, string[] pair) =>
            role.GetProperty("id").GetString()!.Split(", 'Microsoft.Authorization")[0].Contains(pair[0], StringComparison.Ordinal)
            && role.GetProperty("properties")
            .GetProperty("roleDefinitionId").GetString()!.Contains($"/{pair[1]}", StringComparison.Ordinal);
    }

    private static Resource Use(string symbol) => Template.Main.Uses.Single(use => use.Symbol == symbol);
}
