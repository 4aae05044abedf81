using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>Runs turns, and keeps the executions that ran last, so that their next turn need not replay their history.</summary>
internal sealed class Executions(DataConverter converter, ILoggerFactory loggers, FunctionsHostOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, LinkedListNode<(long Number, Execution Execution)>> _kept = [];
    private readonly LinkedList<(long Number, Execution Execution)> _byUse = [];

    // The shim logs what activities threw, message and all; this host logs types only.
    private readonly DurableTaskShimFactory _shims = new(Options(converter, options), NullLoggerFactory.Instance);

    /// <summary>Lives through the present of a generation.</summary>
    /// <param name="start">What the generation was started with.</param>
    /// <param name="code">The orchestrator function.</param>
    /// <param name="past">The generation's history.</param>
    /// <param name="present">What has happened since.</param>
    /// <param name="onForeignAwait">Told, on any thread and perhaps after the turn, that a foreign task went on.</param>
    public TurnResult Run(
        OrchestrationStart start,
        OrchestratorCode code,
        IReadOnlyList<HistoryEvent> past,
        IReadOnlyList<HistoryEvent> present,
        Action onForeignAwait)
    {
        var execution = Take(start.Execution);
        var result = execution is null
            ? (execution = Open(start, code, onForeignAwait)).Begin(past, present)
            : execution.GoOn(present);
        if (result.End == TurnEnd.Waiting && execution.CanGoOn)
        {
            Keep(start.Execution, execution);
        }

        return result;
    }

    /// <summary>The generation is over, or its instance gone.</summary>
    public void Forget(long number) => Take(number);

    private Execution Open(OrchestrationStart start, OrchestratorCode code, Action onForeignAwait)
    {
        var function = new FunctionOrchestrator(start, code, converter, loggers, onForeignAwait);
        return new(start, function, () => _shims.CreateOrchestration(new TaskName(start.Name), function, start.Parent));
    }

    private Execution? Take(long number)
    {
        lock (_gate)
        {
            if (!_kept.Remove(number, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            return node.Value.Execution;
        }
    }

    private void Keep(long number, Execution execution)
    {
        lock (_gate)
        {
            _kept[number] = _byUse.AddLast((number, execution));
            while (_byUse.Count > options.MaxKeptExecutions)
            {
                _kept.Remove(_byUse.First!.Value.Number);
                _byUse.RemoveFirst();
            }
        }
    }

    // No timer is cut into shorter ones: this host's timers have no longest span.
    private static DurableTaskWorkerOptions Options(DataConverter converter, FunctionsHostOptions options) => new()
    {
        DataConverter = converter,
        MaximumTimerInterval = TimeSpan.MaxValue,
        Versioning = new() { DefaultVersion = options.StartVersion },
    };
}
