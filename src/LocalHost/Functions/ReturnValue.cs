using System.Reflection;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>Awaits what a function returned, whether it is a task or not.</summary>
internal sealed class ReturnValue
{
    private static readonly MethodInfo OfTask = Reader(nameof(ReadTask));
    private static readonly MethodInfo OfValueTask = Reader(nameof(ReadValueTask));

    private readonly Func<object, Task<object?>>? _read;

    public ReturnValue(Type declared)
    {
        var generic = declared.IsGenericType ? declared.GetGenericTypeDefinition() : null;
        var reader = generic == typeof(Task<>) ? OfTask : generic == typeof(ValueTask<>) ? OfValueTask : null;
        ResultType = reader is not null ? declared.GenericTypeArguments[0]
            : declared == typeof(Task) || declared == typeof(ValueTask) ? typeof(void)
            : declared;
        _read = reader?.MakeGenericMethod(ResultType).CreateDelegate<Func<object, Task<object?>>>();
    }

    public Type ResultType { get; }

    public async Task<object?> ReadAsync(object? returned)
    {
        switch (returned)
        {
            case not null when _read is not null:
                return await _read(returned);
            case Task task:
                await task;
                return null;
            case ValueTask task:
                await task;
                return null;
            default:
                return returned;
        }
    }

    private static MethodInfo Reader(string name)
        => typeof(ReturnValue).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task<object?> ReadTask<T>(object task) => await (Task<T>)task;

    private static async Task<object?> ReadValueTask<T>(object task) => await (ValueTask<T>)task;
}
