using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

internal abstract record Statement
{
    public abstract void Write(TemplateContext context);
}

internal sealed record Block(List<Statement> Statements) : Statement
{
    public override void Write(TemplateContext context)
    {
        foreach (var statement in Statements)
            statement.Write(context);
    }
}

internal sealed record RawText(string Text) : Statement
{
    public override void Write(TemplateContext context) => context.Write(Text);
}

internal sealed record Output(Expression Value) : Statement
{
    public override void Write(TemplateContext context)
    {
        if (Value.Evaluate(context) is { } value)
            Value.Guard(() => context.Write(Value.Span, value));
    }
}

internal sealed record If(Expression Condition, Statement Then, Statement? Otherwise) : Statement
{
    public override void Write(TemplateContext context) =>
        (context.ToBool(Condition.Span, Condition.Evaluate(context)) ? Then : Otherwise)?.Write(context);
}

internal sealed record For(SourceSpan Span, string Variable, Expression List, Block Body) : Statement
{
    public override void Write(TemplateContext context)
    {
        var list = List.Evaluate(context);
        if (list is null)
            return;
        if (list is string || list is not IEnumerable items)
            throw new ScriptRuntimeException(List.Span, $"Unexpected type `{list.GetType()}` for iterator");
        var values = items.Cast<object?>().ToList();
        for (var index = 0; index < values.Count; index++)
            WriteTurn(context, values, index);
    }

    private void WriteTurn(TemplateContext context, List<object?> values, int index)
    {
        if (context.LoopLimit > 0 && ++context.LoopTurns > context.LoopLimit)
            throw new ScriptRuntimeException(Span, $"Exceeding number of iteration limit `{context.LoopLimit}` for loop statement.");
        context.PushGlobal(new ScriptObject
        {
            [Variable] = values[index],
            ["for"] = new ScriptObject
            {
                ["index"] = index,
                ["first"] = index == 0,
                ["last"] = index == values.Count - 1,
                ["length"] = values.Count,
            },
        });
        Body.Write(context);
        context.PopGlobal();
    }
}
