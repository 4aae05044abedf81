using System.Collections;
using System.Globalization;

namespace Scriban.Functions;

/// <summary>The functions that stand behind a pipe: only those that templates use.</summary>
internal static class BuiltinFunctions
{
    public delegate object? Function(TemplateContext context, object? value, object?[] arguments);

    public static readonly Dictionary<string, Function> All = new(StringComparer.Ordinal)
    {
        ["array.join"] = (context, value, arguments) =>
            string.Join(Text(context, arguments[0]), Items(value).Select(item => context.ObjectToString(item))),
        ["array.size"] = (_, value, _) => Items(value).Count(),
        ["string.capitalize"] = (context, value, _) =>
            Text(context, value) is { Length: > 0 } text ? char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..] : "",
    };

    private static IEnumerable<object?> Items(object? value) => (value as IEnumerable)?.Cast<object?>() ?? [];

    private static string Text(TemplateContext context, object? value) => context.ObjectToString(value) ?? "";
}
