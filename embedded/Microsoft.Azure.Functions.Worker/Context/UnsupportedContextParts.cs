namespace Microsoft.Azure.Functions.Worker;

// These types exist so that FunctionContext has the official shape. The embedded host offers none of them, and
// declares no members, so that nothing can be written that would not run.

/// <summary>Not offered by the embedded host.</summary>
public abstract class TraceContext;

/// <summary>Not offered by the embedded host.</summary>
public abstract class BindingContext;

/// <summary>Not offered by the embedded host.</summary>
public abstract class RetryContext;

/// <summary>Not offered by the embedded host.</summary>
public abstract class FunctionDefinition;

/// <summary>Not offered by the embedded host.</summary>
public interface IInvocationFeatures;
