using Microsoft.DurableTask;
using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>Calls the orchestrator function with its context and returns its output, not yet serialized.</summary>
internal delegate Task<object?> OrchestratorCode(TaskOrchestrationContext context, string? input);

/// <summary>What a generation of an orchestration was started with.</summary>
/// <param name="Execution">A number that no other generation of any instance has.</param>
internal sealed record OrchestrationStart(
    string Name,
    string InstanceId,
    long Execution,
    string? Version,
    string? Input,
    IReadOnlyDictionary<string, string>? Tags,
    ParentOrchestrationInstance? Parent);

/// <summary>An action new in this turn: its record for history, and what else is needed to carry it out.</summary>
internal sealed record NewAction(
    ActionTaken Taken, string? Payload = null, string? Version = null, IReadOnlyDictionary<string, string>? Tags = null);

internal sealed record CustomStatus(string? Serialized);

/// <param name="Version">The version to go on with; null: the present one.</param>
internal sealed record NewGeneration(string? Input, string? Version);

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

    /// <summary>Null: not set in this generation.</summary>
    public CustomStatus? Status { get; init; }

    public IReadOnlyList<NewAction> Actions { get; init; } = [];

    /// <summary>Events that came after the orchestrator had asked to continue as new: they belong to the next generation.</summary>
    public IReadOnlyList<EventRaised> CarriedOver { get; init; } = [];

    public static TurnResult Failed(Exception exception) => new(TurnEnd.Failed) { Failure = Failure.From(exception) };
}
