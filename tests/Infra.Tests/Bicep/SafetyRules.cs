using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>What makes a compiled template unsafe. Each rule gives a sentence for every breach.</summary>
internal static partial class SafetyRules
{
    /// <summary>
    /// What must be so on a resource of a type, as path and value. A type that is not here is in <see cref="NothingToTurnOff"/>.
    /// </summary>
    private static readonly Dictionary<string, (string Path, string Value)[]> Required = new(StringComparer.Ordinal)
    {
        ["Microsoft.Storage/storageAccounts"] =
        [
            ("properties.allowSharedKeyAccess", "false"),
            ("properties.allowBlobPublicAccess", "false"), ("properties.isLocalUserEnabled", "false"),
            ("properties.supportsHttpsTrafficOnly", "true"), ("properties.minimumTlsVersion", "TLS1_2"),
        ],
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = [("properties.publicAccess", "None")],
        ["Microsoft.DocumentDB/databaseAccounts"] =
            [("properties.disableLocalAuth", "true"),
                ("properties.disableKeyBasedMetadataWriteAccess", "true"), ("properties.minimalTlsVersion", "Tls12")],
        ["Microsoft.Communication/communicationServices"] = [("properties.disableLocalAuth", "true")],
        ["Microsoft.Communication/emailServices/domains"] = [("properties.userEngagementTracking", "Disabled")],
        ["Microsoft.OperationalInsights/workspaces"] = [("properties.features.disableLocalAuth", "true")],
        ["Microsoft.Insights/components"] = [("properties.DisableLocalAuth", "true")],
        ["Microsoft.Web/sites"] =
            [("properties.httpsOnly", "true"), ("properties.siteConfig.ftpsState", "Disabled"),
                ("properties.siteConfig.minTlsVersion", "1.2"), ("identity.type", "UserAssigned")],
        ["Microsoft.Web/sites/basicPublishingCredentialsPolicies"] = [("properties.allow", "false")],
    };

    /// <summary>Types without keys, passwords or anonymous access of their own.</summary>
    private static readonly string[] NothingToTurnOff =
    [
        "Microsoft.Authorization/roleAssignments",
        "Microsoft.Communication/emailServices", "Microsoft.Communication/emailServices/domains/senderUsernames",
        "Microsoft.Consumption/budgets",
        "Microsoft.DocumentDB/databaseAccounts/sqlDatabases", "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers",
        "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments",
        "Microsoft.DurableTask/schedulers", "Microsoft.DurableTask/schedulers/taskHubs",
        "Microsoft.EventGrid/systemTopics", "Microsoft.EventGrid/systemTopics/eventSubscriptions", "Microsoft.Insights/dataCollectionRules",
        "Microsoft.Insights/diagnosticSettings", "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Resources/deployments",
        "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Web/serverfarms", "Microsoft.Web/sites/config",
    ];

    /// <summary>Log categories that hold addresses of people, links or texts, or names of documents and files that tell of them.</summary>
    private static readonly string[] TellingLogs =
    [
        "EmailStatusUpdateOperational",
        "EmailUserEngagementOperational", "AppServiceHTTPLogs", "QueryRuntimeStatistics", "DataPlaneRequests",
        "StorageRead", "StorageWrite", "StorageDelete", "allLogs",
    ];

    /// <summary>
    /// What may be logged in one module after all: the host's account holds packages and durable state, whose names are ids.
    /// </summary>
    private static readonly (string Module, string Category) TellingNothingHere = ("hostLogs", "StorageDelete");

    /// <summary>
    /// The setting and the reference whose official names say "connection string". Theirs are addresses: signing in takes the identity.
    /// </summary>
    private static readonly string[] AddressesOnly =
    [
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "[reference(resourceId('Microsoft.Insights/components', parameters('insightsName')), '2020-02-02').ConnectionString]",
    ];

    public static IEnumerable<string> Breaches(Template template) =>
        Keys(template).Concat(SecretOutputs(template)).Concat(LocalAccess(template)).Concat(WideRoles(template)).Concat(Logs(template));

    public static IEnumerable<string> Ids(Template template) =>
        from text in template.Texts() from id in RoleId().Matches(text) select id.Value;

    private static IEnumerable<string> Keys(Template template) =>
        from text in template.Texts()
        where !AddressesOnly.Contains(text, StringComparer.Ordinal) && (SecretName().IsMatch(text) || SecretText().IsMatch(text))
        select $"{template}: {text} reads or holds a key";

    private static IEnumerable<string> SecretOutputs(Template template) =>
        from output in template.Outputs
        where output.Value.GetProperty("type").GetString()!.StartsWith("secure", StringComparison.OrdinalIgnoreCase)
            || SecretWord().IsMatch(output.Name)
        select $"{template}: output {output.Name} is a secret";

    private static IEnumerable<string> LocalAccess(Template template)
    {
        foreach (var resource in template.Resources.Where(r => !r.IsExisting))
        {
            if (!Required.TryGetValue(resource.Type, out var required))
            {
                if (!NothingToTurnOff.Contains(resource.Type, StringComparer.Ordinal))
                {
                    yield return $"{template}: nobody has said what to turn off on {resource.Type}";
                }

                continue;
            }

            foreach (var (path, value) in required.Where(rule => resource.TextAt(rule.Path) != rule.Value))
            {
                yield return $"{template}: {resource.Symbol} needs {path}: {value}";
            }
        }
    }

    private static IEnumerable<string> WideRoles(Template template)
    {
        foreach (var role in template.Resources.Where(r => r.Type == "Microsoft.Authorization/roleAssignments"))
        {
            if (role.TextAt("scope") is not { } scope || !OneResource().IsMatch(scope))
            {
                yield return $"{template}: {role.Symbol} reaches further than one resource";
            }
        }

        foreach (var role in template.Resources.Where(r => r.Type.EndsWith("/sqlRoleAssignments", StringComparison.Ordinal)))
        {
            if (role.TextAt("properties.scope")?.Contains("/colls/", StringComparison.Ordinal) != true)
            {
                yield return $"{template}: {role.Symbol} reaches further than one container";
            }
        }
    }

    private static IEnumerable<string> Logs(Template template) =>
        from setting in template.Resources.Where(r => r.Type == "Microsoft.Insights/diagnosticSettings").Take(1)
        from text in template.Texts()
        where TellingLogs.Contains(text, StringComparer.Ordinal) && (template.Name, text) != TellingNothingHere
        select $"{template}: {text} would log people's addresses or links";

    [GeneratedRegex(
        @"\blist[A-Z]\w*\(|\bgetSecret\(|(primary|secondary)\w*Key|\bConnectionString\b"
            + @"|masterKey|accessKey|accountKey|\bkey[12]\b|password|adminKey",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        "AccountKey=|SharedAccess|accesskey=|Password=|[?&](code|sig)=|DefaultEndpointsProtocol",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretText();

    [GeneratedRegex(
        "key|secret|password|token|connectionstring",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretWord();

    [GeneratedRegex("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleId();

    [GeneratedRegex(@"^\[resourceId\('[A-Za-z.]+/\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneResource();
}
