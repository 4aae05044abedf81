using DurableTask.Core;
using ReverseMentoring.LocalHost.Durable.History;
using CoreEvent = DurableTask.Core.History.HistoryEvent;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>
/// One generation of an orchestration in Microsoft's executor: replayed once from its history, then led on from turn to turn for as
/// long as it is kept.
/// </summary>
internal sealed class Execution(OrchestrationStart start, FunctionOrchestrator function, Func<TaskOrchestration> shim)
{
    private OrchestrationRuntimeState _state = new();
    private TaskOrchestrationExecutor? _executor;

    /// <summary>
    /// False once the function has returned: if tasks are open then, the executor would forget on its next turn that it is to continue
    /// as new, so the next turn replays from the start.
    /// </summary>
    public bool CanGoOn => _executor is { IsCompleted: false } && !function.HasReturned;

    /// <summary>Replays the past, checks that the code still follows it, and lives through the present.</summary>
    public TurnResult Begin(IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> present)
    {
        if (past.Count > 0)
        {
            var events = ToCore.Events(start, past);
            var replayed = Open(events, []).Execute();
            if (FromCore.Mismatch(start, replayed) is { } mismatch)
            {
                return mismatch;
            }

            if (CanGoOn)
            {
                return GoOn(present);
            }

            return Result(Open(events, ToCore.Events(start, present)).Execute());
        }

        return Result(Open([], ToCore.Events(start, present)).Execute());
    }

    /// <summary>Lives through what has happened since the last turn.</summary>
    public TurnResult GoOn(IReadOnlyList<HistoryEvent> present)
    {
        _state.NewEvents.Clear();
        foreach (var happened in ToCore.Events(start, present))
        {
            _state.AddEvent(happened);
        }

        return Result(_executor!.ExecuteNewEvents());
    }

    private TaskOrchestrationExecutor Open(List<CoreEvent> past, List<CoreEvent> present)
    {
        _state = new(past);
        foreach (var happened in present)
        {
            _state.AddEvent(happened);
        }

        return _executor = new(
            _state,
            shim(),
            BehaviorOnContinueAsNew.Carryover,
            entityParameters: null,
            ErrorPropagationMode.UseFailureDetails);
    }

    private TurnResult Result(OrchestratorExecutionResult result)
    {
        var turn = FromCore.Turn(start, result);
        if (turn.End == TurnEnd.Waiting && function.AwaitsOnlyForeignTasks)
        {
            turn = TurnResult.Failed(new InvalidOperationException(ForeignAwait.Message(start.Name))) with { Actions = turn.Actions };
        }

        return turn with { Status = function.HasSetStatus ? new(result.CustomStatus) : null };
    }
}
