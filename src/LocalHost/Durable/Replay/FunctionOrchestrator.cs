using DurableTask.Core;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.LocalHost.Durable.Replay;

/// <summary>An orchestrator function as the official shim calls it, once a replay.</summary>
internal sealed class FunctionOrchestrator(
    OrchestrationStart start, OrchestratorCode code, DataConverter converter, ILoggerFactory loggers, Action onForeignAwait)
        : ITaskOrchestrator
{
    private GuardedContext? _context;
    private Task<object?>? _running;

    // The function reads its input with the type it asks for; the shim need not know it.
    public Type InputType => typeof(object);

    public Type OutputType => typeof(object);

    /// <summary>The function has returned or thrown.</summary>
    public bool HasReturned => _running is { IsCompleted: true };

    /// <summary>The function waits, and for nothing that its context has given it: it could never go on.</summary>
    public bool AwaitsOnlyForeignTasks => _running is { IsCompleted: false } && _context is { AnythingAwaited: false };

    /// <summary>It has set a custom status, be it null.</summary>
    public bool HasSetStatus => _context is { HasSetStatus: true };

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var thread = new OrchestratorThread(SynchronizationContext.Current!, onForeignAwait);
        _context = new(context, start, converter, loggers);
        thread.Within(() => _running = code(_context, start.Input));
#pragma warning disable DURABLE0004 // This is the host's own watch over the function; it runs where the function ends.
        await _running!.ContinueWith(
            _ => ReportForeignEnd(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
#pragma warning restore DURABLE0004
        return await _running;
    }

    // After ConfigureAwait(false) the function can end on a thread that is not its own.
    private void ReportForeignEnd()
    {
        if (!OrchestrationContext.IsOrchestratorThread)
        {
            onForeignAwait();
        }
    }
}
