using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Functions.Telemetry;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>Every span and measurement of one service, and of no other that runs beside it.</summary>
internal sealed class Listening : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();

    public Listening(TestService service)
    {
        var telemetry = service.Host.Services.GetRequiredService<ServiceTelemetry>();
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source == telemetry.Source,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == telemetry.Mails.Meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            for (var i = 0; i < value; i++)
            {
                Counted.Enqueue(string.Join(' ', [instrument.Name["reverse_mentoring.".Length..], .. tags.ToArray().Select(t => t.Value)]));
            }
        });
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = new();

    /// <summary>A line for each thing counted: the counter and its attributes' values.</summary>
    public ConcurrentQueue<string> Counted { get; } = new();

    /// <summary>All that is told, as one text.</summary>
    public string Text =>
        string.Join(
            '\n', Spans.Select(
                s =>
                    $"{s.DisplayName} {s.StatusDescription} {string.Join(' ', s.TagObjects.Select(t => t.Value))} "
                        + $"{string.Join(' ', s.Events.Select(e => e.Name))}")
                .Concat(Counted));

    public int Count(string line) => Counted.Count(c => c == line);

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }
}
