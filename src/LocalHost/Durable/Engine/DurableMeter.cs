using System.Diagnostics.Metrics;

namespace ReverseMentoring.LocalHost.Durable.Engine;

/// <summary>Counts what a durable host does, for whoever listens to the meter "ReverseMentoring.LocalHost".</summary>
internal static class DurableMeter
{
    private static readonly Meter Meter = new("ReverseMentoring.LocalHost");

    public static readonly Counter<long> Turns = Meter.CreateCounter<long>(
        "durable.turns", description: "Turns in which an orchestrator ran.");

    /// <summary>Starts, ends of activities and sub-orchestrations, timers and events.</summary>
    public static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "durable.messages", description: "Messages that orchestrators lived through.");

    public static readonly Counter<long> Activities = Meter.CreateCounter<long>("durable.activities", description: "Runs of activities.");
}
