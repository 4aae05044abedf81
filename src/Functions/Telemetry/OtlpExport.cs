using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Sends spans and counters to a collector while the service runs. Without an endpoint nothing listens, and a span costs nothing.</summary>
public sealed class OtlpExport(Uri endpoint) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var service = ServiceTelemetry.Resource();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(service).AddSource(ServiceTelemetry.Name).AddOtlpExporter(o => o.Endpoint = endpoint).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(service).AddMeter(ServiceTelemetry.Name).AddOtlpExporter(o => o.Endpoint = endpoint).Build();
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
}
