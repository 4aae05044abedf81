using System.Data.Common;
using ReverseMentoring.Functions.Telemetry;

namespace ReverseMentoring.Functions.Settings;

/// <summary>Where spans and counters go.</summary>
/// <param name="Endpoint">Where an OpenTelemetry collector listens; null: to none.</param>
/// <param name="ApplicationInsights">The connection string of Application Insights, to which they go as well; empty: none.</param>
public sealed record TelemetryOptions(Uri? Endpoint, string ApplicationInsights)
{
    internal static TelemetryOptions Read(SettingReader settings)
    {
        var collector = settings.Text("Telemetry:Endpoint");
        if (!Uri.TryCreate(collector, UriKind.Absolute, out var endpoint) && collector.Length > 0)
        {
            settings.Refuse("Telemetry:Endpoint must be the http(s) address of an OpenTelemetry collector, such as http://localhost:4317.");
        }

        var insights = settings.Text(AzureMonitorExport.ConnectionSetting);
        if (insights.Length > 0 && !IsConnectionString(insights))
        {
            settings.Refuse(
                $"{AzureMonitorExport.ConnectionSetting} must be the connection string of Application Insights: "
                + "InstrumentationKey=…;IngestionEndpoint=https://…");
        }

        return new TelemetryOptions(endpoint, insights);
    }

    private static bool IsConnectionString(string text)
    {
        var parts = new DbConnectionStringBuilder();
        try
        {
            parts.ConnectionString = text;
        }
        // Its message would quote the text.
        catch (ArgumentException)
        {
            return false;
        }

        return parts.TryGetValue("InstrumentationKey", out var key) && Guid.TryParse(key as string, out _);
    }
}
