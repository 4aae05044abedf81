using System.Globalization;
using Scriban.Runtime;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>What pages/_fields.html needs to know of a field: the ids that tie hint, sharing note and error to it.</summary>
internal static class FieldModel
{
    public static ScriptObject From(FormField field)
    {
        var id = Id(field);
        var most = field.MaxLength?.ToString("N0", CultureInfo.InvariantCulture);
        return new ScriptObject
        {
            ["id"] = id,
            ["name"] = field.Name,
            ["label"] = field.Label,
            ["kind"] = field.Kind.ToString(),
            ["hint"] = field.Hint,
            ["shared_with"] = field.SharedWith,
            ["most"] = most,
            ["most_digits"] = field.MaxLength,
            ["error"] = field.Error,
            ["value"] = field.Value,
            ["required"] = field.Required,
            ["checked"] = field.Value.Length > 0,
            ["autocomplete"] = field.Autocomplete,
            ["described_by"] = Ids(
                (field.Hint, id + "-hint"), (field.SharedWith, id + "-shared"), (most, id + "-length"), (field.Error, id + "-error")),
            ["group"] = field.Group,
            ["is_group_open"] = field.IsGroupOpen,
            ["options"] = new ScriptArray(field.Options.Select((option, index) => Option(field, option, index))),
        };
    }

    /// <summary>The field's line in the summary of errors, and the input that it leads to.</summary>
    public static ScriptObject Error(FormField field) => new()
    {
        ["target"] = field.Kind is FieldKind.Choice or FieldKind.Several ? OptionId(field, 0) : Id(field),
        ["error"] = field.Error,
    };

    private static ScriptObject Option(FormField field, FieldOption option, int index) => new()
    {
        ["id"] = OptionId(field, index),
        ["value"] = option.Value,
        ["label"] = option.Label,
        ["hint"] = option.Hint,
        ["checked"] = field.Kind == FieldKind.Several
            ? field.Value.Split([',', '\n'], StringSplitOptions.TrimEntries).Contains(option.Value, StringComparer.OrdinalIgnoreCase)
            : field.Value.Length > 0 && string.Equals(option.Value, field.Value, StringComparison.Ordinal),
    };

    private static string Id(FormField field) => "field-" + field.Name;

    private static string OptionId(FormField field, int index) => $"{Id(field)}-{index + 1}";

    private static string? Ids(params (string? Text, string Id)[] notes) =>
        string.Join(' ', notes.Where(note => note.Text is not null).Select(note => note.Id)) is { Length: > 0 } ids ? ids : null;
}
