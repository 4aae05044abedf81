using Microsoft.Extensions.Configuration;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Settings;

/// <summary>All settings, read and checked once at start. Each has a default that suits one machine.</summary>
public sealed record ServiceOptions
{
    public required WebOptions Web { get; init; }

    public required string DataFolder { get; init; }

    public StoreOptions Store { get; init; } = new();

    public required MailOptions Mail { get; init; }

    public StaffOptions Staff { get; init; } = new();

    public required SendQuota Quota { get; init; }

    public DeliveryReportOptions DeliveryReports { get; init; } = new("", "");

    /// <summary>Where an OpenTelemetry collector listens; null: spans and counters go nowhere.</summary>
    public Uri? TelemetryEndpoint { get; init; }

    /// <summary>The connection string of Application Insights, to which spans and counters go as well; empty: none.</summary>
    public string ApplicationInsights { get; init; } = "";

    public FilesOptions Files { get; init; } = new();

    /// <summary>True: what was written survives a power cut.</summary>
    public bool DurableWrites { get; init; } = true;

    /// <exception cref="InvalidOperationException">Something is missing or wrong; the message names all of it, and no secret.</exception>
    public static ServiceOptions From(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        var data = settings.Folder("Data:Folder", "data");
        var telemetry = TelemetryOptions.Read(settings);
        var options = new ServiceOptions
        {
            Web = WebOptions.Read(settings),
            DataFolder = data,
            Store = StoreOptions.Read(settings),
            Mail = MailOptions.Read(settings, data),
            Staff = StaffOptions.Read(settings),
            Quota = ReadQuota(settings),
            TelemetryEndpoint = telemetry.Endpoint,
            ApplicationInsights = telemetry.ApplicationInsights,
            DeliveryReports = DeliveryReportOptions.Read(settings),
            Files = FilesOptions.Read(settings, data),
        };
        return settings.Problems.Count == 0
            ? options
            : throw new InvalidOperationException(
                $"The settings are not right, so the service did not start:{Environment.NewLine}- "
                + $"{string.Join($"{Environment.NewLine}- ", settings.Problems)}");
    }

    private static SendQuota ReadQuota(SettingReader settings)
    {
        var quota = new SendQuota(settings.Number("Mail:QuotaPerMinute", 30), settings.Number("Mail:QuotaPerHour", 100));
        if (quota.PerMinute < 1 || quota.PerHour < 1)
        {
            settings.Refuse("Mail:QuotaPerMinute and Mail:QuotaPerHour must be at least 1.");
        }

        return quota;
    }
}
