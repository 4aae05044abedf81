using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.LocalHost.Durable.Replay;
using ReverseMentoring.LocalHost.Functions;

namespace ReverseMentoring.DurableBackend.Tests;

/// <summary>An orchestrator function of an app, as official runners call it.</summary>
internal sealed class FunctionByName(string name, string? rawInput, DurableFunctions functions, DataConverter converter) : ITaskOrchestrator
{
    public Type InputType => typeof(object);

    public Type OutputType => typeof(object);

    public Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        var code = functions.Orchestrator(name) ?? throw new InvalidOperationException($"There is no orchestrator '{name}'.");
        var start = new OrchestrationStart(name, context.InstanceId, 0, context.Version, rawInput, null, context.Parent);
        return new FunctionOrchestrator(start, code, converter, NullLoggerFactory.Instance, () => { }).RunAsync(context, input);
    }
}
