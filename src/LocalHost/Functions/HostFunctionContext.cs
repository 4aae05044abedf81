using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;

namespace ReverseMentoring.LocalHost.Functions;

/// <summary>One invocation. The parts of the official context that this host does not offer say so when asked for.</summary>
internal sealed class HostFunctionContext(FunctionEntry function, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Name;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => cancellation;

    public override TraceContext TraceContext => throw NotOffered();

    public override BindingContext BindingContext => throw NotOffered();

    public override RetryContext RetryContext => throw NotOffered();

    public override FunctionDefinition FunctionDefinition => throw NotOffered();

    public override IInvocationFeatures Features => throw NotOffered();

    private static NotSupportedException NotOffered([CallerMemberName] string member = "")
        => new($"The local host does not offer FunctionContext.{member}.");
}
