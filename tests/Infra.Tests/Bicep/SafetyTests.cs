namespace ReverseMentoring.Infra.Tests.Bicep;

public class SafetyTests
{
    [Fact]
    public void No_file_has_a_key_a_secret_output_or_public_access() => Assert.Empty(BicepFile.Templates.SelectMany(SafetyRules.Breaches));

    [Theory]
    [InlineData("param s string\nresource a 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {\n  name: s\n}\nvar x = a.listKeys().keys[0].value\n", "key")]
    [InlineData("param s string\nvar x = listKeys(s, '2025-01-01')\n", "key")]
    [InlineData("param s string\nvar x = 'DefaultEndpointsProtocol=https;AccountName=${s}'\n", "key")]
    [InlineData("param s object\nvar x = s.properties.primaryKey\n", "key")]
    [InlineData("@secure()\noutput x string = 'a'\n", "secret")]
    [InlineData("output storageKey string = 'a'\n", "secret")]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts@2025-01-01' = {\n  name: 'a'\n  properties: {\n    allowSharedKeyAccess: true\n  }\n}\n", "allowSharedKeyAccess")]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {\n  name: 'a'\n  properties: {\n    publicAccess: 'Blob'\n  }\n}\n", "publicAccess")]
    [InlineData("resource a 'Microsoft.KeyVault/vaults@2024-11-01' = {\n  name: 'a'\n}\n", "nobody has said")]
    [InlineData("resource a 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n  name: 'a'\n}\n", "further than one resource")]
    [InlineData("resource a 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {\n  name: 'a'\n  properties: {\n    logs: [{ categoryGroup: 'allLogs' }]\n  }\n}\n", "would log")]
    [InlineData("resource a 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {\n  name: 'a'\n  properties: {\n    logs: [{ category: 'DataPlaneRequests' }]\n  }\n}\n", "would log")]
    [InlineData("var some = [{ category: 'StorageDelete' }]\nresource a 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {\n  name: 'a'\n  properties: {\n    logs: some\n  }\n}\n", "would log")]
    public void A_file_that_has_one_is_told_apart(string text, string breach) =>
        Assert.Contains(SafetyRules.Breaches(BicepFile.Snippet(text)), sentence => sentence.Contains(breach, StringComparison.Ordinal));

    [Fact]
    public void Each_role_id_is_named_once()
    {
        var named = BicepFile.Templates.SelectMany(file => SafetyRules.Ids(file).Select(id => (file.Name, id))).ToList();
        Assert.All(named, place => Assert.Equal("modules/roles.bicep", place.Name));
        Assert.Equal(named.Select(place => place.id).Distinct(StringComparer.Ordinal), named.Select(place => place.id));
        Assert.Equal(8, named.Count);
    }

    [Fact]
    public void What_can_log_does()
    {
        string[] logging =
        [
            "Microsoft.Communication/communicationServices", "Microsoft.DocumentDB/databaseAccounts", "Microsoft.EventGrid/systemTopics",
            "Microsoft.OperationalInsights/workspaces", "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/queueServices",
            "Microsoft.Storage/storageAccounts/tableServices", "Microsoft.Web/sites",
        ];
        var scopes = BicepFile.Templates.SelectMany(file => file.Resources
            .Where(r => r.ResourceType == "Microsoft.Insights/diagnosticSettings")
            .Select(r => file.Resources.Single(other => other.Name == r.Node.At("scope")!.Text).ResourceType));
        Assert.Equal(logging, scopes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Deletions_are_logged_of_the_host_account_and_never_of_the_files()
    {
        var logs = Assert.Single(BicepFile.Main.ModuleUses, use => use.Target == "modules/host-logs.bicep");
        Assert.Equal("hostStorage.outputs.name", logs.Node.At("params.storageName")!.Text);
    }

    [Fact]
    public void Connection_strings_are_addresses_that_need_the_identity()
    {
        var app = BicepFile.Module("app-settings");
        var strings = app.Root.All("object_property")
            .Where(p => p.Children[0].Text.Contains("CONNECTION", StringComparison.OrdinalIgnoreCase) || p.Children[1].Text.Contains("Endpoint=", StringComparison.Ordinal))
            .ToDictionary(p => p.Children[0].Text, p => p.Children[1].Text, StringComparer.Ordinal);
        Assert.Equal("insightsConnection", strings["APPLICATIONINSIGHTS_CONNECTION_STRING"]);
        Assert.Equal("'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'", strings["'${schedulerConnection}'"]);
        Assert.Equal(3, strings.Count);
    }

    [Fact]
    public void Addresses_of_requests_are_dropped_before_they_are_stored()
    {
        var rule = BicepFile.Module("monitoring").Resources.Single(r => r.ResourceType == "Microsoft.Insights/dataCollectionRules").Node;
        Assert.Equal("'WorkspaceTransforms'", rule.At("kind")!.Text);
        var flows = rule.At("properties.dataFlows")!.Text;
        const string Rest = "OperationName = iif(OperationName contains \"/\", \"\", OperationName), Properties = parse_json(\"{}\")'";
        Assert.Contains($"'source | extend Name = \"\", Url = \"\", {Rest}", flows, StringComparison.Ordinal);
        Assert.Contains($"'source | extend Name = \"\", Data = \"\", {Rest}", flows, StringComparison.Ordinal);
    }

    [Fact]
    public void Delivery_reports_come_with_an_Entra_token_of_this_tenant()
    {
        var to = BicepFile.Module("delivery-reports").Resources.Single(r => r.Name == "reports").Node.At("properties.destination.properties")!;
        Assert.Equal("tenant().tenantId", to.At("azureActiveDirectoryTenantId")!.Text);
        Assert.Equal("applicationId", to.At("azureActiveDirectoryApplicationIdOrUri")!.Text);
        var use = BicepFile.Main.ModuleUses.Single(m => m.Name == "deliveryReports").Node;
        Assert.Equal("'${functionApp.outputs.address}api/mail-reports'", use.At("params.webhookAddress")!.Text);
        Assert.Equal("[appSettings]", use.At("dependsOn")!.Text);
    }
}
