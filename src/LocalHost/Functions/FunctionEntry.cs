using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>One <c>[Function]</c>: what triggers it, and how to call it.</summary>
internal sealed class FunctionEntry
{
    private readonly MethodInvoker method;
    private readonly ObjectFactory? create;
    private readonly ParameterInfo[] parameters;
    private readonly ReturnValue returned;

    public FunctionEntry(MethodInfo info)
    {
        Name = info.GetCustomAttribute<FunctionAttribute>()!.Name;
        parameters = info.GetParameters();
        TriggerParameter = parameters.FirstOrDefault(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)
            ?? throw new InvalidOperationException(
                $"Function '{Name}' ({info.DeclaringType}.{info.Name}) has no trigger: give one parameter a trigger attribute.");
        Trigger = TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        method = MethodInvoker.Create(info);
        create = info.IsStatic ? null : ActivatorUtilities.CreateFactory(info.DeclaringType!, Type.EmptyTypes);
        returned = new(info.ReturnType);
    }

    public string Name { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    /// <summary>What the function yields in the end; void when it yields nothing.</summary>
    public Type ResultType => returned.ResultType;

    /// <summary>Calls it with an instance of its class from the services of the scope.</summary>
    public async Task<object?> InvokeAsync(IServiceProvider scope, Func<ParameterInfo, object?> bind)
    {
        var target = create?.Invoke(scope, null);
        try
        {
            var arguments = new object?[parameters.Length];
            for (var i = 0; i < parameters.Length; i++)
                arguments[i] = bind(parameters[i]);
            return await returned.ReadAsync(method.Invoke(target, arguments.AsSpan()));
        }
        finally
        {
            if (target is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else
                (target as IDisposable)?.Dispose();
        }
    }
}
