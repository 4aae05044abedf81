using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>The templates of a folder, by name. Files whose names begin with an underscore are parts of others.</summary>
public sealed class TemplateCatalogue(string templatesFolder)
{
    /// <summary>Of the language that is whole.</summary>
    public IReadOnlyList<string> EmailNames => Names("emails", "*.md");

    public IReadOnlyList<string> PageNames => [.. Names("pages", "*.html").Where(name => name != "frame")];

    /// <param name="path">Below a language's folder, such as <c>emails/invitation.md</c>.</param>
    /// <returns>Below the templates folder: the language's own, or that of en-GB where it has none.</returns>
    internal string PathOf(string language, string path) =>
        language != Language.Default && Has($"{language}/{path}") ? $"{language}/{path}" : $"{Language.Default}/{path}";

    /// <param name="path">Below the templates folder, such as <c>en-GB/emails/invitation.md</c>.</param>
    /// <exception cref="ArgumentException">There is no such template.</exception>
    internal string Read(string path)
    {
        if (!Has(path))
        {
            throw new ArgumentException($"There is no template {path}.", nameof(path));
        }

        return File.ReadAllText(Path.Combine(templatesFolder, path)).ReplaceLineEndings("\n");
    }

    internal bool Has(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.')
        && !path.Contains("..", StringComparison.Ordinal)
        && File.Exists(Path.Combine(templatesFolder, path));

    private List<string> Names(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(templatesFolder, Language.Default, folder), pattern)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.StartsWith('_'))
            .Order(StringComparer.Ordinal)];
}
