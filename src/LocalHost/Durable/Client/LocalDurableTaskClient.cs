using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using ReverseMentoring.LocalHost.Durable.Engine;
using ReverseMentoring.LocalHost.Durable.History;
using ReverseMentoring.LocalHost.Durable.Storage;
using CoreEvent = DurableTask.Core.History.HistoryEvent;
using HistoryEvent = ReverseMentoring.LocalHost.Durable.History.HistoryEvent;

namespace ReverseMentoring.LocalHost.Durable.Client;

// Over 200 lines because it implements the whole of Microsoft's client.
/// <summary>The client functions are given. Each change is on disk when its task completes.</summary>
internal sealed class LocalDurableTaskClient(TaskHub hub, InstanceReader reader, DataConverter converter, FunctionsHostOptions host)
    : DurableTaskClient("local")
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input =
            null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(orchestratorName.Name))
        {
            throw new ArgumentNullException(nameof(orchestratorName), "An orchestration is started by the name of its orchestrator.");
        }

        cancellation.ThrowIfCancellationRequested();
        var refusing = Deduplication.Refusing(options?.DedupeStatuses);
        var row = new InstanceRow(
            string.IsNullOrEmpty(options?.InstanceId) ? Guid.NewGuid().ToString("N") : options.InstanceId,
            hub.Numbers.NextExecution(),
            orchestratorName.Name,
            options?.Version?.Version ?? host.StartVersion,
            hub.Now,
            options?.StartAt?.UtcDateTime,
            converter.Serialize(input),
            options is { Tags.Count: > 0 } ? HistoryJson.Write(options.Tags) : null,
            null);
        var existing = await Write(tables => Insert(tables, row, refusing), refused => Admit(row, refused));
        if (existing is { } status)
        {
            throw AlreadyExists(row.Id, status);
        }

        return row.Id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return Send(instanceId, new EventRaised(eventName, converter.Serialize(eventPayload)), cancellation);
    }

    public override async Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var request = new TerminateRequested(converter.Serialize(options?.Output));
        var family = options?.Recursive == true ? reader.Descendants(instanceId) : [];
        foreach (var id in family.Prepend(instanceId))
        {
            await Send(id, request, cancellation);
        }
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => Send(instanceId, new SuspendRequested(), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => Send(instanceId, new ResumeRequested(), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => WaitAsync(instanceId, getInputsAndOutputs, it => it.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => WaitAsync(instanceId, getInputsAndOutputs, it => it.IsCompleted, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return Task.FromResult(reader.Find(instanceId, getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
        => Pageable.Create((continuation, pageSize, _) => Task.FromResult(reader.Page(filter ?? new(), continuation, pageSize)));

    /// <remarks>Only of the present generation: those before it are deleted when it begins.</remarks>
    public override Task<IList<CoreEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return Task.FromResult<IList<CoreEvent>>(reader.History(instanceId) ?? throw NoSuchInstance(instanceId));
    }

    public override Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
        => Task.FromResult(reader.Ended(runtimeStatus?.ToList(), completedTimeFrom, completedTimeTo, pageSize, lastInstanceKey));

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var found = reader.StartOf(instanceId) ?? throw NoSuchInstance(instanceId);
        if (!restartWithNewInstanceId && found.Status.IsLive())
        {
            throw new InvalidOperationException(
                $"Orchestration '{instanceId}' is {found.Status} and cannot be restarted under its id: terminate it first.");
        }

        var row = found.Row with
        {
            Id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId,
            Execution = hub.Numbers.NextExecution(),
            Created = hub.Now,
        };
        var refused = await Write(
            tables => Insert(tables, row, Deduplication.Refusing(null)),
            existing => Admit(row, existing));
        return refused is null ? row.Id : throw AlreadyExists(row.Id, refused.Value);
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var family = options?.Recursive == true ? reader.Descendants(instanceId) : [];
        return await PurgeAsync([.. family, instanceId]);
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var ids = reader.Ids(new(filter.CreatedFrom, filter.CreatedTo, filter.Statuses));
        return PurgeAsync(options?.Recursive == true ? [.. ids.SelectMany(reader.Descendants), .. ids] : ids);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<PurgeResult> PurgeAsync(IReadOnlyList<string> ids)
        => new(await Write(tables => ids.Count(id => Purge(tables, id)), _ => { }), isComplete: true);

    private static bool Purge(Tables tables, string id)
    {
        if (tables.StatusOf(id) is not { } status || status.IsLive())
        {
            return false;
        }

        tables.DeleteInstance(id);
        return true;
    }

    private static OrchestrationRuntimeStatus? Insert(Tables tables, InstanceRow row, IReadOnlySet<OrchestrationRuntimeStatus> refusing)
    {
        if (tables.StatusOf(row.Id) is { } status && refusing.Contains(status))
        {
            return status;
        }

        tables.InsertInstance(row);
        return null;
    }

    private void Admit(InstanceRow row, OrchestrationRuntimeStatus? refused)
    {
        if (refused is not null)
        {
            return;
        }

        hub.Admit(Instance.Of(row), row.StartAt);
        hub.Changes.Signal(row.Id);
    }

    private static OrchestrationAlreadyExistsException AlreadyExists(string id, OrchestrationRuntimeStatus status)
        => new($"Orchestration '{id}' was not started: an instance of this id exists and is {status}.");

    private static ArgumentException NoSuchInstance(string instanceId)
        => new($"There is no orchestration '{instanceId}'.", nameof(instanceId));

    private Task<bool> Send(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var message = new Message(happened, StoredId: hub.Numbers.NextMessage());
        return Write(
            tables =>
            {
                var isLive = tables.StatusOf(instanceId)?.IsLive() ?? false;
                if (isLive)
                {
                    tables.InsertMessage(message.StoredId, instanceId, null, HistoryJson.Write(happened));
                }

                return isLive;
            },
            isLive =>
            {
                if (isLive)
                {
                    hub.Deliver(instanceId, message);
                }
            });
    }

    private async Task<T> Write<T>(Func<Tables, T> write, Action<T> committed)
    {
        hub.Work.ThrowIfFaulted();
        using var _ = hub.Work.Begin();
        return await hub.Writer.WriteAsync(write, committed);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, bool inputsAndOutputs, Func<OrchestrationMetadata, bool> reached, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        while (true)
        {
            var change = hub.Changes.Next(instanceId);
            var found = reader.Find(instanceId, inputsAndOutputs)
                ?? throw new InvalidOperationException($"There is no orchestration '{instanceId}' to wait for.");
            if (reached(found))
            {
                return found;
            }

            await change.WaitAsync(cancellation);
            hub.Work.ThrowIfFaulted();
        }
    }
}
