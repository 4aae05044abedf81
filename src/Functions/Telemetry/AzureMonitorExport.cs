using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Sends spans and counters to Application Insights while the service runs: ours, all of them, and nothing else.</summary>
/// <param name="connection">The connection string as Azure gives it.</param>
/// <param name="credential">Null: the ingestion endpoint asks nobody to sign in.</param>
public sealed class AzureMonitorExport(string connection, TokenCredential? credential) : TelemetryExport
{
    /// <summary>The setting that Azure gives to an app with Application Insights.</summary>
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    protected override TracerProviderBuilder SendTo(TracerProviderBuilder spans) => spans.AddAzureMonitorTraceExporter(Configure);

    protected override MeterProviderBuilder SendTo(MeterProviderBuilder counters) => counters.AddAzureMonitorMetricExporter(Configure);

    private void Configure(AzureMonitorExporterOptions options)
    {
        options.ConnectionString = connection;
        options.Credential = credential;
        // Every span; the exporter's own way is five traces a second.
        options.TracesPerSecond = null;
        options.SamplingRatio = 1;
        options.EnableStandardMetrics = false;
        options.EnablePerformanceCounters = false;
        // What cannot be sent is dropped: no folder of it, which no clock would watch.
        options.DisableOfflineStorage = true;
    }
}
