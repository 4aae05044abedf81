using Microsoft.DurableTask;
using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>What an orchestration was started with; generations count from 1, one more with each ContinueAsNew.</summary>
internal sealed record OrchestrationStart(
    string Name, string InstanceId, int Generation, string? Input, ParentOrchestrationInstance? Parent);

internal sealed record CustomStatus(string? Serialized);

internal sealed record NewGeneration(string? Input, bool KeepEvents);

internal enum TurnEnd
{
    Waiting,
    Completed,
    Failed,
    ContinuedAsNew,
}

/// <summary>What one turn came to.</summary>
internal sealed record TurnResult(TurnEnd End)
{
    public string? Output { get; init; }

    public Failure? Failure { get; init; }

    public NewGeneration? Next { get; init; }

    public CustomStatus? Status { get; init; }

    public IReadOnlyCollection<NewAction> Actions { get; init; } = [];

    public IReadOnlyList<int> CancelledTimers { get; init; } = [];

    public IReadOnlyList<EventRaised> Unclaimed { get; init; } = [];
}
