using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>Sends the service's own spans and counters somewhere while it runs.</summary>
public abstract class TelemetryExport : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var service = ServiceTelemetry.Resource();
        _traces = SendTo(Sdk.CreateTracerProviderBuilder().SetResourceBuilder(service).AddSource(ServiceTelemetry.Name)).Build();
        _metrics = SendTo(Sdk.CreateMeterProviderBuilder().SetResourceBuilder(service).AddMeter(ServiceTelemetry.Name)).Build();
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
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract TracerProviderBuilder SendTo(TracerProviderBuilder spans);

    protected abstract MeterProviderBuilder SendTo(MeterProviderBuilder counters);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }
}
