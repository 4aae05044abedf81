namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>The one place that explains every difference between the settings the service reads and those Bicep sets.</summary>
internal static class AzureSettings
{
    /// <summary>Read by the service, not set in Azure, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotSet = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Data:Folder"] = "for one machine; in Azure, documents are in Cosmos DB and files in Blob Storage",
        ["Staff:Administrators"] = "people's addresses: whoever runs the service sets them on the app",
        ["Staff:EntraId"] = "goes with App Service's authentication, which an organisation switches on itself",
        ["Web:ContentFolder"] = "the default, the app's own folder, is right: the package holds templates and schemes",
        ["Web:MaxBodyBytes"] = "the default is right",
        ["Mail:Folder"] = "for Pickup only",
        ["Mail:Host"] = "for Smtp only",
        ["Mail:Port"] = "for Smtp only",
        ["Mail:EnableTls"] = "for Smtp only",
        ["Mail:CheckRevocation"] = "for Smtp only",
        ["Mail:UserName"] = "for Smtp only",
        ["Mail:Password"] = "for Smtp only, and a secret: Azure has none",
        ["Files:Folder"] = "for one machine",
        ["Files:MaxBytes"] = "the default is right",
    };

    /// <summary>What Bicep works out at deployment, as it could be. Expressions are those of the compiled app-settings.bicep.</summary>
    public static readonly IReadOnlyDictionary<string, string> SampleValues = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["parameters('address')"] = "https://func-prod.example.org/",
        ["parameters('cosmosEndpoint')"] = "https://cosmos-prod.example.org/",
        ["parameters('cosmosDatabaseName')"] = "reverse-mentoring",
        ["parameters('cosmosContainerName')"] = "cohorts",
        ["parameters('filesEndpoint')"] = "https://stfile.example.org/",
        ["parameters('filesContainerName')"] = "files",
        ["parameters('mailEndpoint')"] = "https://acs-prod.example.org",
        ["parameters('mailFromAddress')"] = "DoNotReply@example.org",
        ["parameters('mailAllowedDomains')"] = "*",
        ["string(parameters('mailQuotaPerMinute'))"] = "30",
        ["string(parameters('mailQuotaPerHour'))"] = "100",
        ["tenant().tenantId"] = "6f0f0a1e-0000-4000-8000-000000000001",
        ["parameters('deliveryReportsApplicationId')"] = "6f0f0a1e-0000-4000-8000-000000000002",
        ["parameters('telemetryEndpoint')"] = "",
        ["parameters('contact')"] = "mentoring@example.org",
    };
}
