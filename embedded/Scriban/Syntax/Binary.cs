using System.Globalization;
using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Two values and a sign between them. Beside a text, everything is compared as text, by ordinal.</summary>
internal sealed record Binary(SourceSpan Span, string Sign, Expression Left, Expression Right) : Expression(Span)
{
    public override object? Evaluate(TemplateContext context)
    {
        var left = Left.Evaluate(context);
        return Sign switch
        {
            "??" => left ?? Right.Evaluate(context),
            "&&" => context.ToBool(Left.Span, left) && context.ToBool(Right.Span, Right.Evaluate(context)),
            "||" => context.ToBool(Left.Span, left) || context.ToBool(Right.Span, Right.Evaluate(context)),
            "==" => AreEqual(context, left, Right.Evaluate(context)),
            "!=" => !AreEqual(context, left, Right.Evaluate(context)),
            _ => IsInOrder(context, left, Right.Evaluate(context)),
        };
    }

    private static bool AreEqual(TemplateContext context, object? left, object? right) =>
        left is string || right is string
            ? string.Equals(context.ObjectToString(left), context.ObjectToString(right), StringComparison.Ordinal)
        : IsNumber(left) && IsNumber(right) ? Number(left) == Number(right)
        : Equals(left, right);

    private bool IsInOrder(TemplateContext context, object? left, object? right)
    {
        int order;
        if (left is string || right is string)
            order = string.CompareOrdinal(context.ObjectToString(left), context.ObjectToString(right));
        else if (IsNumber(left) && IsNumber(right))
            order = Number(left).CompareTo(Number(right));
        else if (left is null || right is null)
            return false;
        else
            throw new ScriptRuntimeException(Span, $"The operator `{Sign}` is not supported between these types");
        return Sign switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    private static bool IsNumber(object? value) => value is int or long or double or decimal or short or byte or float or uint;

    private static decimal Number(object? value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
