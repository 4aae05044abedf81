using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Rendering;

namespace ReverseMentoring.Functions.Links;

internal static class Fields
{
    /// <summary>For a form with nothing to fill in, or one that is never shown filled in.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoAnswer = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A question that has to be answered, by one of a few choices of which none is selected.</summary>
    public static FormField Choice(string name, string label, params FieldOption[] options) => new(name, label, FieldKind.Choice) { Required = true, Options = options };

    /// <summary>What a form of one choice would post; null: no answer yet.</summary>
    public static IReadOnlyDictionary<string, string> AnswerOf(string name, string? choice) =>
        choice is null ? NoAnswer : new Dictionary<string, string>(StringComparer.Ordinal) { [name] = choice };

    /// <summary>The only field of a form, with what was typed and its errors.</summary>
    public static IReadOnlyList<FormField> With(this FormField field, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) =>
        new[] { field }.With(typed, problems);

    /// <summary>Each field with what was typed and its own errors.</summary>
    public static IReadOnlyList<FormField> With(
        this IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Problem> problems) =>
        [.. fields.Select(f => f with
        {
            Value = typed.GetValueOrDefault(f.Name, ""),
            Error = string.Join(' ', problems.Where(p => p.Place == f.Name).Select(p => p.Sentence)) is { Length: > 0 } error ? error : null,
        })];
}
