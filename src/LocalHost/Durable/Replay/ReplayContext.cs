using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>The context an orchestrator function is given for one turn.</summary>
internal sealed class ReplayContext(OrchestrationStart start, OrchestratorThread thread, DataConverter converter, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    private readonly Dictionary<int, TaskCompletionSource<string?>> open = [];
    private readonly Dictionary<int, string> names = [];
    private int guidsMade;

    public OrchestratorActions Actions { get; } = new(start.Name, start.InstanceId);

    public EventBox Events { get; } = new();

    public List<int> CancelledTimers { get; } = [];

    /// <summary>Null: not set in this generation.</summary>
    public CustomStatus? Status { get; private set; }

    public NewGeneration? Next { get; private set; }

    public bool AnythingAwaited => open.Count > 0 || Events.AnyWaiting;

    public DateTime Now { get; set; }

    public bool Replaying { get; set; }

    public override TaskName Name { get; } = new(start.Name);

    public override string InstanceId => start.InstanceId;

    public override ParentOrchestrationInstance? Parent { get; } = start.Parent;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => Replaying;

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default
        => converter.Deserialize<T>(start.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureOwnThread();
        if (input is TaskOptions && options is null)
            throw new ArgumentException("The task options were passed as the activity's input: name the argument 'options:'.", nameof(input));
        var payload = converter.Serialize(input);
        return Retrying.RunAsync(this, options?.Retry, () => CallAsync<TResult>(name, id => new(new ActivityScheduled(id, name), payload)));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureOwnThread();
        var instance = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var payload = converter.Serialize(input);
        return Retrying.RunAsync(
            this,
            options?.Retry,
            () => CallAsync<TResult>(orchestratorName, id => new(new ChildScheduled(id, orchestratorName, instance), payload)));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        EnsureOwnThread();
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var utc = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        var id = Actions.TakeId();
        Actions.Add(new(new TimerCreated(id, utc)));
        var fired = Open(id);
        cancellationToken.Register(() =>
        {
            if (!open.Remove(id))
                return;
            CancelledTimers.Add(id);
            fired.TrySetCanceled(cancellationToken);
        });
        return fired.Task;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureOwnThread();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return converter.Deserialize<T>(await Events.Wait(eventName, typeof(T), cancellationToken))!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureOwnThread();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        Actions.Add(new(new EventSent(Actions.TakeId(), instanceId, eventName), converter.Serialize(payload)));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureOwnThread();
        Status = new(converter.Serialize(customStatus));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        EnsureOwnThread();
        Next = new(converter.Serialize(newInput), preserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        EnsureOwnThread();
        return ReplayedGuid.Make(InstanceId, start.Generation, Now, guidsMade++);
    }

    /// <summary>Completes what the orchestrator may be waiting for; an end nobody waits for any more is dropped.</summary>
    public void Apply(ActionEnded ended)
    {
        if (!open.Remove(ended.Id, out var task))
            return;
        if (ended is ActivityFailed { Failure: var activityFailure })
            task.SetException(new TaskFailedException(names[ended.Id], ended.Id, activityFailure.ToDetails()));
        else if (ended is ChildFailed { Failure: var childFailure })
            task.SetException(new TaskFailedException(names[ended.Id], ended.Id, childFailure.ToDetails()));
        else
            task.SetResult(ended switch { ActivityCompleted a => a.Result, ChildCompleted c => c.Result, _ => null });
    }

    private async Task<TResult> CallAsync<TResult>(TaskName name, Func<int, NewAction> action)
    {
        EnsureOwnThread();
        var id = Actions.TakeId();
        Actions.Add(action(id));
        names[id] = name;
        return converter.Deserialize<TResult>(await Open(id).Task)!;
    }

    private TaskCompletionSource<string?> Open(int id) => open[id] = new();

    private void EnsureOwnThread()
    {
        if (!thread.IsCurrent)
            throw new InvalidOperationException(ForeignAwait.Message(start.Name));
    }
}
