using System.Text.Json;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OrchestrationQuery = Microsoft.DurableTask.Client.OrchestrationQuery;
using PurgeResult = Microsoft.DurableTask.Client.PurgeResult;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>The client of a task hub on Azure Storage; what the Durable extension offers a function on Azure.</summary>
internal sealed class StorageTaskClient(
    AzureStorageOrchestrationService service, DataConverter converter) : DurableTaskClient("Azure Storage")
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input =
            null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var instance = new OrchestrationInstance
        {
            InstanceId = options?.InstanceId ?? Guid.NewGuid().ToString("N"),
            ExecutionId = Guid.NewGuid().ToString("N"),
        };
        var started = new ExecutionStartedEvent(-1, converter.Serialize(input))
        {
            Name = orchestratorName.Name,
            Version = options?.Version?.Version ?? string.Empty,
            OrchestrationInstance = instance,
            ScheduledStartTime = options?.StartAt?.UtcDateTime,
            Tags = options?.Tags.ToDictionary(StringComparer.Ordinal),
        };
        var refusing = options?.DedupeStatuses?.Select(name => Enum.Parse<OrchestrationStatus>(name, ignoreCase: true)).ToArray();
        await service.CreateTaskOrchestrationAsync(new TaskMessage { OrchestrationInstance = instance, Event = started }, refusing);
        return instance.InstanceId;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
        => Send(instanceId, new EventRaisedEvent(-1, converter.Serialize(eventPayload)) { Name = eventName });

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => Send(instanceId, new ExecutionSuspendedEvent(-1, reason));

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => Send(instanceId, new ExecutionResumedEvent(-1, reason));

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
        => service.ForceTerminateTaskOrchestrationAsync(instanceId, converter.Serialize(options?.Output));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => WaitAsync(instanceId, getInputsAndOutputs, state => state.RuntimeStatus != OrchestrationRuntimeStatus.Pending, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => WaitAsync(instanceId, getInputsAndOutputs, state => state.IsCompleted, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        if (await service.GetOrchestrationStateAsync(
            instanceId, allExecutions: false, fetchInput: getInputsAndOutputs) is not [{ } state, ..])
        {
            return null;
        }

        // The table of instances has the failure as a text only; the last event has it whole.
        state.FailureDetails ??= state.OrchestrationStatus == OrchestrationStatus.Failed ? await FailureAsync(instanceId) : null;
        return Metadata(state, getInputsAndOutputs);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
        => Pageable.Create(async (continuation, pageSize, cancellation) =>
        {
            var found = await service.GetOrchestrationWithQueryAsync(
                new()
                {
                    RuntimeStatus = filter?.Statuses?.Select(status => Enum.Parse<OrchestrationStatus>($"{status}")).ToList(),
                    InstanceIdPrefix = filter?.InstanceIdPrefix,
                    PageSize = pageSize ?? filter?.PageSize ?? OrchestrationQuery.DefaultPageSize,
                    ContinuationToken = continuation ?? filter?.ContinuationToken,
                    FetchInputsAndOutputs = filter?.FetchInputsAndOutputs ?? false,
                },
                cancellation);
            var page = found.OrchestrationState.Select(state => Metadata(state, filter?.FetchInputsAndOutputs ?? false)).ToList();
            return new Page<OrchestrationMetadata>(page, found.ContinuationToken);
        });

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
        => new((await service.PurgeInstanceHistoryAsync(instanceId)).InstancesDeleted);

    /// <summary>The kinds of events in an instance's present generation, as they stand.</summary>
    public async Task<IReadOnlyList<EventType>> HistoryKindsAsync(string instanceId)
    {
        using var history = JsonDocument.Parse(await service.GetOrchestrationHistoryAsync(instanceId, null));
        return [.. history.RootElement.EnumerateArray().Select(KindOf)];
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<FailureDetails?> FailureAsync(string instanceId)
    {
        using var history = JsonDocument.Parse(await service.GetOrchestrationHistoryAsync(instanceId, null));
        var end = history.RootElement.EnumerateArray().Last(happened => KindOf(happened) == EventType.ExecutionCompleted);
        return Newtonsoft.Json.JsonConvert.DeserializeObject<FailureDetails>(end.GetProperty("FailureDetails").GetRawText());
    }

    private static EventType KindOf(JsonElement happened) => (EventType)happened.GetProperty("EventType").GetInt32();

    private Task Send(string instanceId, HistoryEvent happened)
        => service.SendTaskOrchestrationMessageAsync(new() { OrchestrationInstance = new() { InstanceId = instanceId }, Event = happened });

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, bool inputsAndOutputs, Func<OrchestrationMetadata, bool> reached, CancellationToken cancellation)
    {
        while (true)
        {
            if (await GetInstancesAsync(instanceId, inputsAndOutputs, cancellation) is { } state && reached(state))
            {
                return state;
            }

            await Task.Delay(Poll, cancellation);
        }
    }

    private OrchestrationMetadata Metadata(OrchestrationState state, bool inputsAndOutputs)
        => new(state.Name, state.OrchestrationInstance.InstanceId)
        {
            RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>($"{state.OrchestrationStatus}"),
            CreatedAt = new(state.CreatedTime, TimeSpan.Zero),
            LastUpdatedAt = new(state.LastUpdatedTime, TimeSpan.Zero),
            DataConverter = inputsAndOutputs ? converter : null,
            SerializedInput = inputsAndOutputs ? state.Input : null,
            SerializedOutput = inputsAndOutputs ? state.Output : null,
            SerializedCustomStatus = inputsAndOutputs ? state.Status : null,
            Tags = state.Tags?.ToDictionary(StringComparer.Ordinal) ?? [],
            FailureDetails = state.FailureDetails is { } failure ? Details(failure) : null,
        };

    private static TaskFailureDetails Details(FailureDetails failure)
        => new(
            failure.ErrorType, failure.ErrorMessage, failure.StackTrace, failure.InnerFailure is { } inner ? Details(inner) : null, null);
}
