using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;
using Microsoft.Extensions.Logging;
using OrchestrationContext = DurableTask.Core.OrchestrationContext;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>
/// The official context, handed to one orchestrator function: it may be used on the orchestrator's own thread only, reads the input
/// as whatever type is asked for, and knows whether anything it gave out is still awaited.
/// </summary>
internal sealed class GuardedContext(
    TaskOrchestrationContext official, OrchestrationStart start, DataConverter converter, ILoggerFactory loggers) : TaskOrchestrationContext
{
    private readonly List<Task> _given = [];

    public bool HasSetStatus { get; private set; }

    public bool AnythingAwaited
    {
        get
        {
            _given.RemoveAll(task => task.IsCompleted);
            return _given.Count > 0;
        }
    }

    public override TaskName Name => official.Name;

    public override string InstanceId => official.InstanceId;

    public override ParentOrchestrationInstance? Parent => official.Parent;

    public override string Version => official.Version;

    public override DateTime CurrentUtcDateTime => Own.CurrentUtcDateTime;

    public override bool IsReplaying => Own.IsReplaying;

    public override IReadOnlyDictionary<string, object?> Properties => official.Properties;

    public override TaskOrchestrationEntityFeature Entities => Own.Entities;

    protected override ILoggerFactory LoggerFactory => loggers;

    /// <exception cref="InvalidOperationException">The caller goes on after a foreign task.</exception>
    private TaskOrchestrationContext Own => OrchestrationContext.IsOrchestratorThread
        ? official
        : throw new InvalidOperationException(ForeignAwait.Message(start.Name));

    public override T? GetInput<T>()
        where T : default
        => converter.Deserialize<T>(start.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
        => Given(Own.CallActivityAsync<TResult>(name, input, options));

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
        => Given(Own.CallSubOrchestratorAsync<TResult>(orchestratorName, input, options));

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
        => Given(Own.CreateTimer(fireAt, cancellationToken));

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
        => Given(Own.WaitForExternalEvent<T>(eventName, cancellationToken));

    public override void SendEvent(string instanceId, string eventName, object payload) => Own.SendEvent(instanceId, eventName, payload);

    public override void SetCustomStatus(object? customStatus)
    {
        Own.SetCustomStatus(customStatus);
        HasSetStatus = true;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
        => Own.ContinueAsNew(newInput, preserveUnprocessedEvents);

    public override void ContinueAsNew(ContinueAsNewOptions options) => Own.ContinueAsNew(options);

    public override Guid NewGuid() => Own.NewGuid();

    public override int CompareVersionTo(string version) => Own.CompareVersionTo(version);

    private T Given<T>(T task)
        where T : Task
    {
        _given.Add(task);
        return task;
    }
}
