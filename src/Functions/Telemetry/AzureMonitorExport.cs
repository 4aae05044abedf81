using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Sends spans and counters to Application Insights while the service runs: ours, all of them, and nothing else.</summary>
/// <param name="connection">The connection string as Azure gives it.</param>
/// <param name="credential">Null: the ingestion endpoint asks nobody to sign in.</param>
public sealed class AzureMonitorExport(string connection, TokenCredential? credential) : IHostedService, IDisposable
{
    /// <summary>The setting that Azure gives to an app with Application Insights.</summary>
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var service = ServiceTelemetry.Resource();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(service).AddSource(ServiceTelemetry.Name).AddAzureMonitorTraceExporter(Configure).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(service).AddMeter(ServiceTelemetry.Name).AddAzureMonitorMetricExporter(Configure).Build();
        return Task.CompletedTask;
    }

    /// <summary>What is still waiting is sent first, for five seconds at most.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.Shutdown(5000);
        _metrics?.Shutdown(5000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

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
