using System.Reflection;
using Microsoft.DurableTask;
using ReverseMentoring.LocalHost.Durable.Engine;
using ReverseMentoring.LocalHost.Durable.Replay;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>Orchestrator and activity functions, as the engine calls them.</summary>
internal sealed class DurableFunctions(FunctionCatalog catalog, FunctionRunner runner, DataConverter converter)
{
    public OrchestratorCode? Orchestrator(string name)
    {
        if (catalog.Orchestrator(name) is not { } function)
        {
            return null;
        }

        return (context, input) => runner.RunAsync(
            function, (parameter, _) => BindOrchestrator(function, parameter, context, input), CancellationToken.None);
    }

    public ActivityCode? Activity(string name)
    {
        if (catalog.Activity(name) is not { } function)
        {
            return null;
        }

        return async (input, instance, stopping) => converter.Serialize(
            await runner.RunAsync(function, (parameter, _) => BindActivity(function, parameter, input, instance), stopping));
    }

    private object? BindOrchestrator(FunctionEntry function, ParameterInfo parameter, TaskOrchestrationContext context, string? input)
    {
        if (parameter.ParameterType == typeof(TaskOrchestrationContext))
        {
            return context;
        }

        return parameter == function.TriggerParameter
            ? throw new InvalidOperationException($"Orchestrator '{function.Name}' takes a TaskOrchestrationContext as its trigger.")
            : converter.Deserialize(input, parameter.ParameterType);
    }

    private object? BindActivity(FunctionEntry function, ParameterInfo parameter, string? input, string instance)
    {
        if (parameter == function.TriggerParameter)
        {
            return converter.Deserialize(input, parameter.ParameterType);
        }

        return parameter is { Name: "instanceId" } && parameter.ParameterType == typeof(string) ? instance : FunctionRunner.NotBound;
    }
}
