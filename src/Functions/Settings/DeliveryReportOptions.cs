namespace ReverseMentoring.Functions.Settings;

/// <summary>Who may post delivery reports. Without a tenant none are taken.</summary>
/// <param name="TenantId">The Microsoft Entra tenant that issues Event Grid's tokens.</param>
/// <param name="Audience">The application ID URI that the subscription asks tokens for.</param>
/// <param name="Sender">The application that posts: Event Grid's own, the same in every tenant of the public cloud.</param>
public sealed record DeliveryReportOptions(string TenantId, string Audience, string Sender = DeliveryReportOptions.EventGrid)
{
    public const string EventGrid = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    public const string TenantSetting = "DeliveryReports:TenantId";
    public const string AudienceSetting = "DeliveryReports:Audience";

    public bool AreTaken => TenantId.Length > 0;

    public string MetadataAddress => $"https://login.microsoftonline.com/{TenantId}/v2.0/.well-known/openid-configuration";

    internal static DeliveryReportOptions Read(SettingReader settings) => settings.Checked(
        new DeliveryReportOptions(settings.Text(TenantSetting), settings.Text(AudienceSetting)), o => o.Problems());

    /// <returns>A sentence for each setting that is missing or wrong; empty when all is well.</returns>
    public IEnumerable<string> Problems()
    {
        if ((TenantId.Length == 0) != (Audience.Length == 0))
        {
            yield return $"{TenantSetting} and {AudienceSetting} belong together: set both to take delivery reports, or none.";
        }

        if (AreTaken && !Guid.TryParse(TenantId, out _))
        {
            yield return $"{TenantSetting} must be the tenant's id, a GUID.";
        }
    }
}
