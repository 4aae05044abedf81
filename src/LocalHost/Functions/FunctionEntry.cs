using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>One <c>[Function]</c>: what triggers it, and how to call it.</summary>
internal sealed class FunctionEntry
{
    private readonly MethodInvoker _method;
    private readonly ObjectFactory? _create;
    private readonly ParameterInfo[] _parameters;
    private readonly ReturnValue _returned;

    public FunctionEntry(MethodInfo info)
    {
        Name = info.GetCustomAttribute<FunctionAttribute>()!.Name;
        _parameters = info.GetParameters();
        TriggerParameter = _parameters.FirstOrDefault(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)
            ?? throw new InvalidOperationException(
                $"Function '{Name}' ({info.DeclaringType}.{info.Name}) has no trigger: give one parameter a trigger attribute.");
        Trigger = TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        _method = MethodInvoker.Create(info);
        _create = info.IsStatic ? null : ActivatorUtilities.CreateFactory(info.DeclaringType!, Type.EmptyTypes);
        _returned = new(info.ReturnType);
    }

    public string Name { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    /// <summary>What the function yields in the end; void when it yields nothing.</summary>
    public Type ResultType => _returned.ResultType;

    /// <summary>Calls it with an instance of its class from the services of the scope.</summary>
    public async Task<object?> InvokeAsync(IServiceProvider scope, Func<ParameterInfo, object?> bind)
    {
        var target = _create?.Invoke(scope, null);
        try
        {
            var arguments = new object?[_parameters.Length];
            for (var i = 0; i < _parameters.Length; i++)
            {
                arguments[i] = bind(_parameters[i]);
            }

            return await _returned.ReadAsync(_method.Invoke(target, arguments.AsSpan()));
        }
        finally
        {
            if (target is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync();
            }
            else
            {
                (target as IDisposable)?.Dispose();
            }
        }
    }
}
