using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>A server on the loopback stands in for Application Insights' ingestion endpoint.</summary>
public sealed class AzureMonitorExportTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    private WebApplication _ingestion = null!;

    private string Connection =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={Addresses.First()}/";

    private ICollection<string> Addresses =>
        _ingestion.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    private string Everything => string.Join('\n', _received.Select(r => r.Body));

    [Fact]
    public async Task Spans_and_counters_reach_Application_Insights_before_the_service_stops()
    {
        using var telemetry = new ServiceTelemetry();
        using var export = new AzureMonitorExport(Connection, credential: null);
        await export.StartAsync(default);
        using (telemetry.Start("step launch", "PerformStep", "judicial-2023"))
        {
            telemetry.Steps.Add(1, new KeyValuePair<string, object?>("reverse_mentoring.step.name", "launch"));
        }

        await export.StopAsync(default);
        Assert.All(_received, r => Assert.Equal("/v2.1/track", r.Path));
        Assert.Contains("step launch", Everything, StringComparison.Ordinal);
        Assert.Contains("reverse_mentoring.steps", Everything, StringComparison.Ordinal);
        Assert.Contains("reverse_mentoring.cohort.id", Everything, StringComparison.Ordinal);
        Assert.Contains("reverse-mentoring", Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, Everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_span_of_a_busy_moment_arrives()
    {
        using var telemetry = new ServiceTelemetry();
        using var export = new AzureMonitorExport(Connection, credential: null);
        await export.StartAsync(default);
        for (var i = 0; i < 200; i++)
        {
            telemetry.Start($"step busy-{i}", "PerformStep", "judicial-2023")?.Dispose();
        }

        await export.StopAsync(default);
        Assert.Equal(200, Everything.Split("step busy-").Length - 1);
    }

    [Fact]
    public async Task A_cohort_that_enrols_sends_its_steps_and_mails_and_nothing_of_its_people()
    {
        await using (var service = await TestService.StartAsync(
            services => services.AddSingleton<IHostedService>(new AzureMonitorExport(Connection, credential: null))))
        {
            var cohort = await JudicialCohort.EnrollingAsync(service);
            var person = (await cohort.PeopleAsync())[0];
            await cohort.AnswerAsync(person, "invitation", Forms.Portrait(person.Name));
            await service.SettleAsync();
        }

        foreach (var name in new[] { "step enrolment-opens",
            "send invitation", "wave", "reverse_mentoring.mails", "reverse_mentoring.replies", "judicial-2023" })
        {
            Assert.Contains(name, Everything, StringComparison.Ordinal);
        }

        foreach (var cells in Samples.JudicialPeople.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(row => row.Split(',')))
        {
            Assert.DoesNotContain(cells[1], Everything, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(cells[2], Everything, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("/r/", Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Forms.Portrait("x").First(f => f.Key == "why_interested").Value, Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_does_not_keep_the_service_from_stopping()
    {
        using var telemetry = new ServiceTelemetry();
        using var export = new AzureMonitorExport(
            "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:1/", credential: null);
        await export.StartAsync(default);
        telemetry.Start("step launch", "PerformStep", "judicial-2023")?.Dispose();
        await export.StopAsync(default);
        Assert.Empty(_received);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _ingestion = builder.Build();
        _ingestion.MapPost("/{**path}", TakeAsync);
        await _ingestion.StartAsync();
    }

    public async Task DisposeAsync() => await _ingestion.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await using var body = context.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(context.Request.Body, CompressionMode.Decompress)
            : context.Request.Body;
        using var reader = new StreamReader(body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        _received.Enqueue((context.Request.Path, text));
        var items = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        await context.Response.WriteAsJsonAsync(new { itemsReceived = items, itemsAccepted = items, errors = Array.Empty<object>() });
    }
}
