using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Pages;

internal static class Fields
{
    /// <summary>Each field with what was typed and its own errors.</summary>
    public static IReadOnlyList<FormField> With(
        this IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) =>
        [.. fields.Select(f => f with
        {
            Value = typed.GetValueOrDefault(f.Name, ""),
            Error = string.Join(' ', problems.Where(p => p.Place == f.Name).Select(p => p.Sentence)) is { Length: > 0 } error ? error : null,
        })];
}
