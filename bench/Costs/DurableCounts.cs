using System.Diagnostics.Metrics;

namespace ReverseMentoring.Bench.Costs;

/// <summary>Counts what the local host does while it is alive: turns, messages, activities, and HTTP requests.</summary>
internal sealed class DurableCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _turns;
    private long _messages;
    private long _activities;
    private long _requests;

    public DurableCounts()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "ReverseMentoring.LocalHost" || instrument.Name == "http.server.request.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _ = instrument.Name switch
        {
            "durable.turns" => Interlocked.Add(ref _turns, value),
            "durable.messages" => Interlocked.Add(ref _messages, value),
            "durable.activities" => Interlocked.Add(ref _activities, value),
            _ => 0,
        });
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _requests));
        _listener.Start();
    }

    public long Turns => _turns;

    public long Messages => _messages;

    public long Activities => _activities;

    public long Requests => _requests;

    public void Dispose() => _listener.Dispose();
}
