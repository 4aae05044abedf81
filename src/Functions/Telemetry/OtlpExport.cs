using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ReverseMentoring.Functions.Telemetry;

/// <summary>
/// Sends spans and counters to a collector while the service runs. Without an endpoint nothing listens, and a span costs nothing.
/// </summary>
public sealed class OtlpExport(Uri endpoint) : TelemetryExport
{
    protected override TracerProviderBuilder SendTo(TracerProviderBuilder spans) => spans.AddOtlpExporter(o => o.Endpoint = endpoint);

    protected override MeterProviderBuilder SendTo(MeterProviderBuilder counters) => counters.AddOtlpExporter(o => o.Endpoint = endpoint);
}
