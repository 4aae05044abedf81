using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.DurablePatterns;
using ReverseMentoring.LocalHost;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>Each pattern once on Azure Storage and once on the local host: they may not differ.</summary>
[Collection(UsesAzuriteStorage.Name)]
public sealed class PatternTests(AzuriteStorage azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("durable-backend-").FullName;
    private FunctionsHost? _host;
    private StorageTaskHub? _hub;

    public static TheoryData<string> Names => [.. Pattern.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_pattern_ends_on_Azure_Storage_as_on_the_local_host(string name)
    {
        var pattern = Pattern.All[name];
        var (here, there) = ($"here-{Guid.NewGuid():N}", $"there-{Guid.NewGuid():N}");

        await pattern.PlayAsync(_host!.Client, here).WaitAsync(Patience);
        await pattern.PlayAsync(_hub!.Client, there).WaitAsync(Patience);

        var onAzure = await Outcome.OfAsync(_hub.Client, there);
        Assert.Equal(await Outcome.OfAsync(_host.Client, here), onAzure);
        Assert.Equal(pattern.Expected, onAzure);
        if (onAzure != Outcome.Gone)
        {
            var history = await _host.Client.GetOrchestrationHistoryAsync(here);
            Assert.Equal(Compared(history.Select(happened => happened.EventType)), Compared(await _hub.Client.HistoryKindsAsync(there)));
        }
    }

    public async Task InitializeAsync()
    {
        var options = new FunctionsHostOptions { DataFolder = _folder, DurableCommits = false, DefaultVersion = string.Empty };
        foreach (var type in Pattern.FunctionTypes)
        {
            options.FunctionTypes.Add(type);
        }

        _host = await FunctionsHost.StartAsync(options);
        _hub = await StorageTaskHub.StartAsync(
            StorageTaskHub.Service(azurite.ConnectionString),
            _host.Services.GetRequiredService<DurableFunctions>(),
            _host.Services.GetRequiredService<DataConverter>());
    }

    public async Task DisposeAsync()
    {
        await _hub!.DisposeAsync();
        await _host!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // How many events one turn takes is chance; and the local host keeps what an administrator asked for out of the history.
    private static IEnumerable<EventType> Compared(IEnumerable<EventType> kinds) => kinds.Where(kind => kind is not (
        EventType.OrchestratorStarted or EventType.OrchestratorCompleted
        or EventType.ExecutionSuspended or EventType.ExecutionResumed or EventType.ExecutionTerminated)).Order();
}
