using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Telemetry;

namespace ReverseMentoring.Functions.Tests.Telemetry;

public sealed class OtlpExportTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> _received = new(StringComparer.Ordinal);

    private WebApplication _collector = null!;

    [Fact]
    public async Task Spans_and_counters_reach_the_collector_before_the_service_stops()
    {
        using var telemetry = new ServiceTelemetry();
        using var export = new OtlpExport(Address);
        await export.StartAsync(default);
        using (telemetry.Start("step launch", "PerformStep", "judicial-2023"))
        {
            telemetry.Steps.Add(1, new KeyValuePair<string, object?>("reverse_mentoring.step.name", "launch"));
        }

        await export.StopAsync(default);
        Assert.Equal(
            ["MetricsService", "TraceService"],
            _received.Keys.Select(path => path.Split('.')[^1].Split('/')[0]).Order(StringComparer.Ordinal));
        Assert.Contains(
            "step launch", _received.Single(r => r.Key.Contains("Trace", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        Assert.Contains(
            "reverse_mentoring.steps",
            _received.Single(r => r.Key.Contains("Metrics", StringComparison.Ordinal)).Value,
            StringComparison.Ordinal);
        Assert.All(_received.Values, body => Assert.Contains("reverse-mentoring", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_does_not_keep_the_service_from_stopping()
    {
        using var telemetry = new ServiceTelemetry();
        using var export = new OtlpExport(new Uri("http://127.0.0.1:1"));
        await export.StartAsync(default);
        telemetry.Start("step launch", "PerformStep", "judicial-2023")?.Dispose();
        await export.StopAsync(default);
        Assert.Empty(_received);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _collector = builder.Build();
        _collector.MapPost("/{**path}", TakeAsync);
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    private Uri Address =>
        new(_collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A gRPC call answered with an empty message.</summary>
    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received[context.Request.Path] = Encoding.Latin1.GetString(body.ToArray());
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
