using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.LocalHost.Clocks;

namespace ReverseMentoring.LocalHost.Tests;

/// <summary>A host on a virtual clock and a folder of its own, running the functions of one class.</summary>
public sealed class TestHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Epoch = new(2023, 2, 27, 9, 0, 0, TimeSpan.Zero);

    private readonly Type _functions;
    private readonly Action<IServiceCollection>? _configure;
    private readonly Action<FunctionsHostOptions>? _adjust;
    private FunctionsHost? _host;

    private TestHost(Type functions, Action<IServiceCollection>? configure, Action<FunctionsHostOptions>? adjust)
    {
        _functions = functions;
        _configure = configure;
        _adjust = adjust;
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("local-host-").FullName;

    public VirtualClock Clock { get; } = new(Epoch);

    public FunctionsHost Host => _host ?? throw new InvalidOperationException("The host is stopped.");

    public DurableTaskClient Client => Host.Client;

    public static async Task<TestHost> StartAsync(
        Type functions, Action<IServiceCollection>? configure = null, Action<FunctionsHostOptions>? adjust = null)
    {
        var test = new TestHost(functions, configure, adjust);
        await test.StartAgainAsync();
        return test;
    }

    /// <summary>Starts on the same folder and clock after <see cref="StopAsync"/>, perhaps with other functions.</summary>
    public async Task StartAgainAsync(Type? instead = null)
    {
        var options = new FunctionsHostOptions { DataFolder = Folder, Clock = Clock, DurableCommits = false, RoutePrefix = "" };
        options.FunctionTypes.Add(instead ?? _functions);
        _adjust?.Invoke(options);
        _host = await FunctionsHost.StartAsync(options, _configure);
    }

    public async Task StopAsync()
    {
        await Host.DisposeAsync();
        _host = null;
    }

    /// <summary>Starts an orchestration and returns its id.</summary>
    public Task<string> ScheduleAsync(string orchestrator, object? input = null, string? id = null)
        => Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    /// <summary>Lets everything run, jumping from one due time to the next until nothing is due.</summary>
    public Task RunOutAsync() => Host.RunUntilAsync(() => false);

    /// <summary>Starts an orchestration, lets everything run out, and reads how it ended.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null, string? id = null)
    {
        var started = await ScheduleAsync(orchestrator, input, id);
        await RunOutAsync();
        return await StateAsync(started);
    }

    public async Task<OrchestrationMetadata> StateAsync(string id)
        => await Client.GetInstanceAsync(id, getInputsAndOutputs: true)
            ?? throw new InvalidOperationException($"There is no instance '{id}'.");

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
