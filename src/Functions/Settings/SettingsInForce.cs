using System.Globalization;

namespace ReverseMentoring.Functions.Settings;

/// <summary>The settings as the service runs with them, for administrators: no secret and nobody's address.</summary>
/// <param name="All">By the names under which they are set.</param>
public sealed record SettingsInForce(IReadOnlyList<(string Name, string Value)> All)
{
    public static SettingsInForce Of(ServiceOptions o) => new(
    [
        ("Web:BaseAddress", o.Web.BaseAddress.ToString()),
        ("Web:MaxBodyBytes", Number(o.Web.MaxBodyBytes)),
        ("Web:Contact", Given(o.Web.Contact)),
        ("Staff:Administrators", Number(o.Staff.Administrators.Count)),
        ("Staff:EntraId", o.Staff.EntraId ? "On" : "Off"),
        ("Data:Folder", o.DataFolder),
        ("Store:Mode", o.Store.Mode.ToString()),
        ("Store:Endpoint", o.Store.Endpoint),
        ("Store:Database", o.Store.Mode == StoreMode.Cosmos ? o.Store.Database : ""),
        ("Store:Container", o.Store.Mode == StoreMode.Cosmos ? o.Store.Container : ""),
        ("Files:Mode", o.Files.Mode.ToString()),
        ("Files:Endpoint", o.Files.Endpoint),
        ("Files:MaxBytes", Number(o.Files.MaxBytes)),
        ("Mail:Mode", o.Mail.Mode.ToString()),
        ("Mail:Host", o.Mail.Host),
        ("Mail:Port", o.Mail.Mode == MailMode.Smtp ? Number(o.Mail.Port) : ""),
        ("Mail:EnableTls", o.Mail.Mode == MailMode.Smtp ? o.Mail.EnableTls ? "true" : "false" : ""),
        ("Mail:Password", Given(o.Mail.Password)),
        ("Mail:Endpoint", o.Mail.Endpoint),
        ("Mail:AllowedDomains", string.Join(", ", o.Mail.AllowedDomains)),
        ("Mail:QuotaPerMinute", Number(o.Quota.PerMinute)),
        ("Mail:QuotaPerHour", Number(o.Quota.PerHour)),
        ("Telemetry:Endpoint", o.TelemetryEndpoint?.ToString() ?? ""),
        ("APPLICATIONINSIGHTS_CONNECTION_STRING", Given(o.ApplicationInsights)),
        (DeliveryReportOptions.TenantSetting, Given(o.DeliveryReports.TenantId)),
    ]);

    /// <summary>Whether it is set, and not to what.</summary>
    private static string Given(string value) => value.Length > 0 ? "set" : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
