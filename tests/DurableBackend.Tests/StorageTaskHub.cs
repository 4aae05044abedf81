using DurableTask.AzureStorage;
using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>Production's durable back end: a task hub on Azure Storage, its worker running the functions of an app.</summary>
/// <remarks>The orchestrators run in the official shim, replayed on every turn from what Azure Storage has kept.</remarks>
internal sealed class StorageTaskHub : IAsyncDisposable
{
    private readonly TaskHubWorker _worker;

    private StorageTaskHub(AzureStorageOrchestrationService service, TaskHubWorker worker, DataConverter converter)
    {
        _worker = worker;
        Client = new StorageTaskClient(service, converter);
    }

    public StorageTaskClient Client { get; }

    public static AzureStorageOrchestrationService Service(string connectionString) => new(new AzureStorageOrchestrationServiceSettings
    {
        TaskHubName = $"hub{Guid.NewGuid():N}",
        PartitionCount = 1,
        StorageAccountClientProvider = new StorageAccountClientProvider(connectionString),
        MaxQueuePollingInterval = TimeSpan.FromMilliseconds(100),
        ThrowExceptionOnInvalidDedupeStatus = true,
    });

    public static async Task<StorageTaskHub> StartAsync(
        AzureStorageOrchestrationService service, DurableFunctions functions, DataConverter converter)
    {
        await service.CreateIfNotExistsAsync();
        var shims = new DurableTaskShimFactory(new DurableTaskWorkerOptions { DataConverter = converter }, NullLoggerFactory.Instance);
        var worker = new TaskHubWorker(service, new Orchestrations(), new Activities(functions))
        {
            ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails,
        };

        // As the Durable extension does it: what runs is decided by the state of the instance, which knows its parent.
        worker.AddOrchestrationDispatcherMiddleware((context, next) =>
        {
            var state = context.GetProperty<OrchestrationRuntimeState>();
            var parent = state.ParentInstance is { } from
                ? new ParentOrchestrationInstance(new TaskName(from.Name), from.OrchestrationInstance.InstanceId)
                : null;
            var shim = shims.CreateOrchestration(
                new TaskName(state.Name), new FunctionByName(state.Name, state.Input, functions, converter), parent);
            ((DecidedLater)context.GetProperty<TaskOrchestration>()).Shim = shim;
            return next();
        });
        await worker.StartAsync();
        return new(service, worker, converter);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(isForced: true);
        _worker.Dispose();
    }

    private sealed class Orchestrations : INameVersionObjectManager<TaskOrchestration>
    {
        public void Add(ObjectCreator<TaskOrchestration> creator) => throw new NotSupportedException("The middleware makes them.");

        public TaskOrchestration GetObject(string name, string? version) => new DecidedLater();
    }

    private sealed class DecidedLater : TaskOrchestration
    {
        public TaskOrchestration? Shim { get; set; }

        public override Task<string> Execute(OrchestrationContext context, string input) => Shim!.Execute(context, input);

        public override void RaiseEvent(OrchestrationContext context, string name, string input) => Shim!.RaiseEvent(context, name, input);

        public override string GetStatus() => Shim!.GetStatus();
    }

    private sealed class Activities(DurableFunctions functions) : INameVersionObjectManager<TaskActivity>
    {
        public void Add(ObjectCreator<TaskActivity> creator) => throw new NotSupportedException("They are found by name.");

        public TaskActivity? GetObject(string name, string? version) => functions.Activity(name) is { } code ? new Activity(code) : null;
    }

    private sealed class Activity(LocalHost.Durable.Engine.ActivityCode code) : AsyncTaskActivity
    {
        // The arguments come as a JSON array of one.
        public override async Task<string> RunAsync(TaskContext context, string input)
            => (await code(
                input is "[null]" ? null : input.Trim()[1..^1], context.OrchestrationInstance.InstanceId, CancellationToken.None))!;
    }

    private abstract class AsyncTaskActivity : TaskActivity
    {
        public override string Run(TaskContext context, string input) => throw new NotSupportedException("It runs asynchronously.");

        public abstract override Task<string> RunAsync(TaskContext context, string input);
    }
}
