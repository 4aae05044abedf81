using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>Runs a function in a scope of its own, with what every kind of function may ask for.</summary>
internal sealed class FunctionRunner(IServiceScopeFactory scopes)
{
    /// <param name="function">What to run.</param>
    /// <param name="bind">Gives the trigger and what else its kind of function may ask for; or <see cref="NotBound"/>.</param>
    /// <param name="prepare">May add to the context before the function sees it.</param>
    /// <param name="cancellation">Handed to the function.</param>
    public async Task<object?> RunAsync(
        FunctionEntry function,
        Func<ParameterInfo, FunctionContext, object?> bind,
        CancellationToken cancellation,
        Action<FunctionContext>? prepare = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new HostFunctionContext(function, scope.ServiceProvider, cancellation);
        prepare?.Invoke(context);
        return await function.InvokeAsync(scope.ServiceProvider, parameter => Bind(function, parameter, context, bind));
    }

    /// <summary>Says that a value is not among those on offer.</summary>
    public static readonly object NotBound = new();

    private static object? Bind(
        FunctionEntry function, ParameterInfo parameter, FunctionContext context, Func<ParameterInfo, FunctionContext, object?> bind)
    {
        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return context.CancellationToken;
        }

        if (parameter.ParameterType == typeof(DurableTaskClient))
        {
            return context.InstanceServices.GetRequiredService<DurableTaskClient>();
        }

        var value = bind(parameter, context);
        if (value != NotBound)
        {
            return value;
        }

        return parameter.HasDefaultValue
            ? parameter.DefaultValue
            : throw new InvalidOperationException(
                $"Function '{function.Name}' asks for '{parameter.Name}' ({parameter.ParameterType}), and there is nothing to give it.");
    }
}
