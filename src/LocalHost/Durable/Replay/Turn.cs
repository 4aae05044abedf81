using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ReverseMentoring.LocalHost.Durable.History;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>Calls the orchestrator function with its context and returns its output, not yet serialized.</summary>
internal delegate Task<object?> OrchestratorCode(TaskOrchestrationContext context, string? input);

/// <summary>One turn of an orchestrator: replays what it has lived through, then lives through what is new.</summary>
internal sealed class Turn
{
    private readonly OrchestrationStart start;
    private readonly OrchestratorCode code;
    private readonly DataConverter converter;
    private readonly OrchestratorThread thread;
    private readonly ReplayContext context;
    private Task<object?>? running;
    private bool foreignAwait;

    /// <param name="onForeignAwait">Told, on any thread and perhaps after the turn, that a foreign task went on.</param>
    public Turn(
        OrchestrationStart start, OrchestratorCode code, DataConverter converter, ILoggerFactory loggers, Action onForeignAwait)
    {
        this.start = start;
        this.code = code;
        this.converter = converter;
        thread = new(() =>
        {
            foreignAwait = true;
            onForeignAwait();
        });
        context = new(start, thread, converter, loggers);
    }

    public TurnResult Run(IReadOnlyList<HistoryEvent> past, IReadOnlyList<HistoryEvent> present)
    {
        var result = new TurnResult(TurnEnd.Waiting);
        thread.Run(() =>
        {
            try
            {
                context.Replaying = true;
                foreach (var happened in past)
                    Replay(happened);
                EndReplay();
                foreach (var happened in present)
                    Apply(happened);
                result = Finish();
            }
            catch (HistoryMismatchException mismatch)
            {
                result = new(TurnEnd.Failed) { Failure = Failure.From(mismatch) };
            }
        });
        return result;
    }

    private void Replay(HistoryEvent happened)
    {
        if (happened is TurnStarted)
            context.Actions.EnsureAllMatched();
        if (happened is ActionTaken recorded)
            context.Actions.Match(recorded);
        else if (running is { IsCompleted: true })
            throw context.Actions.EndedEarly(happened);
        else
            Apply(happened);
    }

    private void EndReplay()
    {
        context.Actions.EnsureAllMatched();
        if (running is { IsCompleted: true })
            throw context.Actions.EndedEarly(null);
        context.Replaying = false;
    }

    private void Apply(HistoryEvent happened)
    {
        switch (happened)
        {
            case TurnStarted turn:
                context.Now = turn.At;
                break;
            case Started:
                running = code(context, start.Input);
                break;
            case ActionEnded ended:
                context.Apply(ended);
                break;
            case EventRaised raised:
                context.Events.Deliver(raised);
                break;
        }
        thread.RunContinuations();
    }

    private TurnResult Finish()
    {
        var end = foreignAwait || running is { IsCompleted: false } && !context.AnythingAwaited
            ? Failed(new InvalidOperationException(ForeignAwait.Message(start.Name)))
            : End();
        return end with
        {
            Status = context.Status,
            Actions = context.Actions.Unmatched,
            CancelledTimers = context.CancelledTimers,
            Unclaimed = context.Events.Unclaimed,
        };
    }

    private TurnResult End() => running switch
    {
        null or { IsCompleted: false } => new(TurnEnd.Waiting),
        { IsFaulted: true } => Failed(running.Exception!.InnerException!),
        { IsCanceled: true } => Failed(new TaskCanceledException(running)),
        _ when context.Next is { } next => new(TurnEnd.ContinuedAsNew) { Next = next },
        _ => Completed(running),
    };

    private TurnResult Completed(Task<object?> done)
    {
        try
        {
            return new(TurnEnd.Completed) { Output = converter.Serialize(done.GetAwaiter().GetResult()) };
        }
        catch (Exception exception) when (exception is NotSupportedException or System.Text.Json.JsonException)
        {
            return Failed(exception);
        }
    }

    private static TurnResult Failed(Exception exception) => new(TurnEnd.Failed) { Failure = Failure.From(exception) };
}
