using System.Collections;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal abstract record Expression(SourceSpan Span)
{
    public abstract object? Evaluate(TemplateContext context);

    /// <summary>Gives whatever goes wrong inside its place in the template.</summary>
    /// <exception cref="ScriptRuntimeException">In place of any exception from <paramref name="action"/>.</exception>
    public void Guard(Action action)
    {
        try
        {
            action();
        }
        // Like the official engine: every failure of a rendering is of one type.
        catch (Exception failure) when (failure is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(Span, failure.Message, failure);
        }
    }
}

internal sealed record Literal(SourceSpan Span, object? Value) : Expression(Span)
{
    public override object? Evaluate(TemplateContext context) => Value;
}

internal sealed record Variable(SourceSpan Span, string Name) : Expression(Span)
{
    public override object? Evaluate(TemplateContext context)
    {
        if (!context.TryGetVariable(Span, Name, out var value) && context.StrictVariables)
            throw new ScriptRuntimeException(Span, $"The variable or function `{Name}` was not found");
        return value;
    }
}

internal sealed record Member(SourceSpan Span, Expression Target, string Name) : Expression(Span)
{
    public override object? Evaluate(TemplateContext context)
    {
        var target = Target.Evaluate(context) ?? throw new ScriptRuntimeException(Span, $"Cannot get the member {Name} for a null object.");
        object? value = null;
        var found = target is IScriptObject members && members.TryGetValue(context, Span, Name, out value);
        return found || context.EnableRelaxedMemberAccess
            ? value
            : throw new ScriptRuntimeException(Span, $"Cannot get member with name {Name}.");
    }
}

internal sealed record Indexer(SourceSpan Span, Expression Target, Expression Index) : Expression(Span)
{
    public override object? Evaluate(TemplateContext context)
    {
        var target = Target.Evaluate(context) ?? throw new ScriptRuntimeException(Span, "Object is null. Cannot access indexer");
        var index = Index.Evaluate(context) ?? throw new ScriptRuntimeException(Index.Span, "Cannot access target with a null indexer");
        return (target, index) switch
        {
            (IList list, int at) => At(context, list.Count, at < 0 ? list.Count + at : at, i => list[i]),
            (ScriptArray list, int at) => At(context, list.Count, at < 0 ? list.Count + at : at, i => list[i]),
            (IScriptObject, string name) => new Member(Index.Span, Target, name).Evaluate(context),
            _ => throw new ScriptRuntimeException(Span, $"An indexer of type `{index.GetType()}` does not fit here"),
        };
    }

    private object? At(TemplateContext context, int count, int index, Func<int, object?> get) =>
        index >= 0 && index < count ? get(index)
        : context.EnableRelaxedIndexerAccess ? null
        : throw new ScriptRuntimeException(Index.Span, $"The index {index} is out of bounds [0, {count}]");
}

internal sealed record Not(SourceSpan Span, Expression Value) : Expression(Span)
{
    public override object? Evaluate(TemplateContext context) => !context.ToBool(Value.Span, Value.Evaluate(context));
}

internal sealed record Pipe(SourceSpan Span, string Name, BuiltinFunctions.Function Function, Expression Value, List<Expression> Arguments)
    : Expression(Span)
{
    public override object? Evaluate(TemplateContext context)
    {
        object? result = null;
        Guard(() => result = Function(context, Value.Evaluate(context), [.. Arguments.Select(argument => argument.Evaluate(context))]));
        return result;
    }
}
