using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.LocalHost;

/// <summary>Runs the functions of an assembly in this process: HTTP, timer, orchestrator and activity functions.</summary>
/// <remarks>It logs nowhere unless <c>configure</c> adds a logging provider.</remarks>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WorkTracker _work;
    private readonly Agenda _agenda;
    private readonly TimeProvider _clock;
    private bool _disposed;

    private FunctionsHost(WebApplication app, FunctionsHostOptions options)
    {
        _app = app;
        _clock = options.Clock;
        _work = app.Services.GetRequiredService<WorkTracker>();
        _agenda = app.Services.GetRequiredService<Agenda>();
        Client = app.Services.GetRequiredService<DurableTaskClient>();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseAddress = new(address.TrimEnd('/') + "/");
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Where it listens; ends with a slash.</summary>
    public Uri BaseAddress { get; }

    public DurableTaskClient Client { get; }

    /// <summary>The earliest instant (UTC) a durable timer, a scheduled start or a timer function is due; null: none is.</summary>
    public DateTimeOffset? NextDue => _agenda.Next;

    /// <summary>Starts the host, and goes on with whatever was running in its data folder.</summary>
    /// <exception cref="InvalidOperationException">A function of the assembly cannot be run; the message says why.</exception>
    public static async Task<FunctionsHost> StartAsync(
        FunctionsHostOptions options, Action<IServiceCollection>? configure = null, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.AddFunctionsHost(options);
        configure?.Invoke(builder.Services);
        var built = builder.Build();
        try
        {
            built.UseFunctions();
            await built.StartAsync(cancellation);
            return new(built, options);
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Completes when no turn, activity, HTTP request or timer function is running, or ready to run at the clock's now.
    /// </summary>
    /// <exception cref="InvalidOperationException">The host can no longer write its state; the message says why.</exception>
    public async Task WhenIdleAsync(CancellationToken cancellation = default)
    {
        do
        {
            if (_agenda.Next <= _clock.GetUtcNow())
            {
                _agenda.RunDue();
            }

            await _work.WhenIdleAsync(cancellation);
        }
        while (_agenda.Next <= _clock.GetUtcNow() || !_work.IsIdle);
    }

    /// <summary>On a virtual clock: goes from one due time to the next until an instant is reached and everything is idle.</summary>
    /// <exception cref="InvalidOperationException">The clock is not virtual.</exception>
    public Task RunUntilAsync(DateTimeOffset instant, CancellationToken cancellation = default)
        => RunAsync(instant, () => false, cancellation);

    /// <summary>
    /// As <see cref="RunUntilAsync(DateTimeOffset, CancellationToken)"/>, until a condition holds or nothing more is due.
    /// </summary>
    /// <returns>Whether the condition held in the end.</returns>
    public async Task<bool> RunUntilAsync(Func<bool> reached, CancellationToken cancellation = default)
    {
        await RunAsync(null, reached, cancellation);
        return reached();
    }

    /// <summary>Lets what is running come to its end, and stops. What has not begun goes on at the next start.</summary>
    public Task StopAsync(CancellationToken cancellation = default) => _app.StopAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await StopAsync();
            await _app.DisposeAsync();
        }
    }

    private async Task RunAsync(DateTimeOffset? until, Func<bool> reached, CancellationToken cancellation)
    {
        if (_clock is not VirtualClock jumping)
        {
            throw new InvalidOperationException("Only a virtual clock can be run ahead: set FunctionsHostOptions.Clock to one.");
        }

        await WhenIdleAsync(cancellation);
        while (!reached() && NextDue is { } next && (until is null || next <= until))
        {
            jumping.AdvanceTo(next);
            await WhenIdleAsync(cancellation);
        }
        if (until is { } end && !reached())
        {
            jumping.AdvanceTo(end);
        }
    }
}
