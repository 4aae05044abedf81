namespace ReverseMentoring.Functions.Rendering;

/// <summary>One page as it is to be shown.</summary>
/// <param name="Name">The template's name: the file name under templates/LANGUAGE/pages without its ending.</param>
/// <param name="Title">The heading; it is in the browser's title too, so it holds no personal data.</param>
/// <param name="Values">By snake_case name, as in templates/README.md; the same types as in emails.</param>
/// <param name="Fields">Empty when the page asks nothing, or only for a press of the button.</param>
/// <param name="SubmitLabel">What the button says; empty for a page without a form.</param>
public sealed record Page(
    string Name,
    string Title,
    IReadOnlyDictionary<string, object?> Values,
    IReadOnlyList<FormField> Fields,
    string SubmitLabel)
{
    /// <summary>What the second button says, which saves what was typed for later; empty for none.</summary>
    public string SaveLabel { get; init; } = "";

    /// <summary>What the button says that shows what others would see, and sends nothing; empty for none.</summary>
    public string PreviewLabel { get; init; } = "";

    /// <summary>The template around it.</summary>
    public string Frame { get; init; } = "frame";
}
