using Microsoft.Extensions.Hosting;
using ReverseMentoring.LocalHost.Clocks;
using ReverseMentoring.LocalHost.Durable.Engine;
using ReverseMentoring.LocalHost.Timers;

namespace ReverseMentoring.LocalHost;

/// <summary>Starts the engine before the first request is let in, and stops it after the last.</summary>
internal sealed class EngineService(DurableEngine engine, TimerFunctions timers, Agenda agenda) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        engine.Start();
        timers.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        agenda.Stop();
        await timers.StopAsync(cancellationToken);
        await engine.StopAsync(cancellationToken);
    }
}
