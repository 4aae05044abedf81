namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>The one place that explains every difference between the settings the service reads and those Bicep sets.</summary>
internal static class AzureSettings
{
    /// <summary>Read by the service, not set in Azure, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotSet = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Data:Folder"] = "the one-machine build's; in Azure, documents are in Cosmos DB and files in Blob Storage",
        ["Web:ContentFolder"] = "the default, the app's own folder, is right: the package holds templates and schemes",
        ["Web:MaxBodyBytes"] = "the default is right",
        ["Mail:Folder"] = "for Pickup only",
        ["Mail:Host"] = "for Smtp only",
        ["Mail:Port"] = "for Smtp only",
        ["Mail:EnableTls"] = "for Smtp only",
        ["Mail:UserName"] = "for Smtp only",
        ["Mail:Password"] = "for Smtp only, and a secret: Azure has none",
        ["Files:Folder"] = "for the one-machine build",
        ["Files:MaxBytes"] = "the default is right",
    };

    /// <summary>What Bicep works out at deployment, as it could be. Names are those of app-settings.bicep.</summary>
    public static readonly IReadOnlyDictionary<string, string> SampleValues = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["address"] = "https://func-prod.example.org/",
        ["cosmosEndpoint"] = "https://cosmos-prod.example.org/",
        ["cosmosDatabaseName"] = "reverse-mentoring",
        ["cosmosContainerName"] = "cohorts",
        ["filesEndpoint"] = "https://stfile.example.org/",
        ["filesContainerName"] = "files",
        ["mailEndpoint"] = "https://acs-prod.example.org",
        ["mailFromAddress"] = "DoNotReply@example.org",
        ["mailAllowedDomains"] = "*",
        ["string(mailQuotaPerMinute)"] = "30",
        ["string(mailQuotaPerHour)"] = "100",
        ["tenant().tenantId"] = "6f0f0a1e-0000-4000-8000-000000000001",
        ["deliveryReportsApplicationId"] = "6f0f0a1e-0000-4000-8000-000000000002",
        ["telemetryEndpoint"] = "",
    };
}
