using System.Text.RegularExpressions;

namespace ReverseMentoring.Infra.Tests.Bicep;

/// <summary>What makes a file unsafe. Each rule gives a sentence for every breach.</summary>
internal static partial class SafetyRules
{
    /// <summary>What must be so on a resource of a type, as path and value. A type that is not here is in <see cref="NothingToTurnOff"/>.</summary>
    private static readonly Dictionary<string, (string Path, string Value)[]> Required = new(StringComparer.Ordinal)
    {
        ["Microsoft.Storage/storageAccounts"] =
        [
            ("properties.allowSharedKeyAccess", "false"), ("properties.allowBlobPublicAccess", "false"), ("properties.isLocalUserEnabled", "false"),
            ("properties.supportsHttpsTrafficOnly", "true"), ("properties.minimumTlsVersion", "'TLS1_2'"),
        ],
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = [("properties.publicAccess", "'None'")],
        ["Microsoft.DocumentDB/databaseAccounts"] =
            [("properties.disableLocalAuth", "true"), ("properties.disableKeyBasedMetadataWriteAccess", "true"), ("properties.minimalTlsVersion", "'Tls12'")],
        ["Microsoft.Communication/communicationServices"] = [("properties.disableLocalAuth", "true")],
        ["Microsoft.Communication/emailServices/domains"] = [("properties.userEngagementTracking", "'Disabled'")],
        ["Microsoft.OperationalInsights/workspaces"] = [("properties.features.disableLocalAuth", "true")],
        ["Microsoft.Insights/components"] = [("properties.DisableLocalAuth", "true")],
        ["Microsoft.Web/sites"] =
            [("properties.httpsOnly", "true"), ("properties.siteConfig.ftpsState", "'Disabled'"), ("properties.siteConfig.minTlsVersion", "'1.2'"), ("identity.type", "'UserAssigned'")],
        ["Microsoft.Web/sites/basicPublishingCredentialsPolicies"] = [("properties.allow", "false")],
    };

    /// <summary>Types without keys, passwords or anonymous access of their own.</summary>
    private static readonly string[] NothingToTurnOff =
    [
        "Microsoft.Authorization/roleAssignments", "Microsoft.Communication/emailServices", "Microsoft.Communication/emailServices/domains/senderUsernames",
        "Microsoft.Consumption/budgets", "Microsoft.DocumentDB/databaseAccounts/sqlDatabases", "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers",
        "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments", "Microsoft.DurableTask/schedulers", "Microsoft.DurableTask/schedulers/taskHubs",
        "Microsoft.EventGrid/systemTopics", "Microsoft.EventGrid/systemTopics/eventSubscriptions", "Microsoft.Insights/dataCollectionRules",
        "Microsoft.Insights/diagnosticSettings", "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Storage/storageAccounts/blobServices",
        "Microsoft.Web/serverfarms", "Microsoft.Web/sites/config",
    ];

    /// <summary>Log categories that hold addresses of people, links or texts, or names of documents and files that tell of them.</summary>
    private static readonly string[] TellingLogs =
    [
        "EmailStatusUpdateOperational", "EmailUserEngagementOperational", "AppServiceHTTPLogs", "QueryRuntimeStatistics", "DataPlaneRequests",
        "StorageRead", "StorageWrite", "StorageDelete", "allLogs",
    ];

    /// <summary>What may be logged in one module after all: the host's account holds packages and durable state, whose names are ids.</summary>
    private static readonly (string File, string Category) TellingNothingHere = ("modules/host-logs.bicep", "StorageDelete");

    /// <summary>The two settings whose official names say "connection string". Theirs are addresses: signing in takes the identity.</summary>
    private static readonly string[] AddressesOnly = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "insights.properties.ConnectionString"];

    public static IEnumerable<string> Breaches(BicepFile file) =>
        Keys(file).Concat(SecretOutputs(file)).Concat(LocalAccess(file)).Concat(WideRoles(file)).Concat(Logs(file));

    public static IEnumerable<string> Ids(BicepFile file) =>
        from text in file.Root.All("string_content") from id in RoleId().Matches(text.Text) select id.Value;

    private static IEnumerable<string> Keys(BicepFile file) =>
        from node in file.Root.All()
        where node.Type is "identifier" or "property_identifier" or "string_content" && !AddressesOnly.Contains(node.Text, StringComparer.Ordinal)
        where node.Type == "string_content" ? SecretText().IsMatch(node.Text) : SecretName().IsMatch(node.Text)
        where !InDescription(file, node) && !IsPartOfAddress(file, node)
        select $"{file} line {node.Line}: {node.Text} reads or holds a key";

    private static IEnumerable<string> SecretOutputs(BicepFile file) =>
        from output in file.Outputs
        where output.Decorator("secure") is not null || SecretWord().IsMatch(output.Name)
        select $"{file}: output {output.Name} is a secret";

    private static IEnumerable<string> LocalAccess(BicepFile file)
    {
        foreach (var resource in file.Resources.Where(r => !r.IsExisting))
        {
            if (!Required.TryGetValue(resource.ResourceType, out var required))
            {
                if (!NothingToTurnOff.Contains(resource.ResourceType, StringComparer.Ordinal))
                    yield return $"{file}: nobody has said what to turn off on {resource.ResourceType}";
                continue;
            }

            foreach (var (path, value) in required.Where(rule => resource.Node.At(rule.Path)?.Text != rule.Value))
                yield return $"{file}: {resource.Name} needs {path}: {value}";
        }
    }

    private static IEnumerable<string> WideRoles(BicepFile file)
    {
        var here = file.Resources.Where(r => r.IsExisting).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var role in file.Resources.Where(r => r.ResourceType == "Microsoft.Authorization/roleAssignments"))
        {
            if (role.Node.At("scope")?.Text.Split("::")[0] is not { } scope || !here.Contains(scope))
                yield return $"{file}: {role.Name} reaches further than one resource";
        }

        foreach (var role in file.Resources.Where(r => r.ResourceType.EndsWith("/sqlRoleAssignments", StringComparison.Ordinal)))
        {
            if (role.Node.At("properties.scope")?.Text.Contains("/colls/", StringComparison.Ordinal) != true)
                yield return $"{file}: {role.Name} reaches further than one container";
        }
    }

    private static IEnumerable<string> Logs(BicepFile file) =>
        from setting in file.Resources.Where(r => r.ResourceType == "Microsoft.Insights/diagnosticSettings").Take(1)
        from text in file.Root.All("string_content")
        where TellingLogs.Contains(text.Text, StringComparer.Ordinal) && (file.Name, text.Text) != TellingNothingHere
        select $"{file} line {text.Line}: {text.Text} would log people's addresses or links";

    private static bool InDescription(BicepFile file, Syntax node) =>
        file.Root.Children.Any(child => child.Type is "decorators" or "metadata_declaration" && child.All().Any(inner => ReferenceEquals(inner, node)));

    private static bool IsPartOfAddress(BicepFile file, Syntax node) =>
        file.Root.All("member_expression").Any(member => AddressesOnly.Contains(member.Text, StringComparer.Ordinal) && member.All().Any(inner => ReferenceEquals(inner, node)));

    [GeneratedRegex(@"^list[A-Z]|^getSecret$|(primary|secondary)\w*Key|\bConnectionString\b|masterKey|accessKey|accountKey|^key[12]$|password|adminKey", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("AccountKey=|SharedAccess|accesskey=|Password=|[?&](code|sig)=|DefaultEndpointsProtocol", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretText();

    [GeneratedRegex("key|secret|password|token|connectionstring", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretWord();

    [GeneratedRegex("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleId();
}
