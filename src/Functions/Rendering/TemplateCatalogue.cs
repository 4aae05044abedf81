namespace ReverseMentoring.Functions.Rendering;

/// <summary>The templates of a folder, by name. Files whose names begin with an underscore are parts of others.</summary>
public sealed class TemplateCatalogue(string templatesFolder)
{
    public IReadOnlyList<string> EmailNames => Names("emails", "*.md");

    public IReadOnlyList<string> PageNames => [.. Names("pages", "*.html").Where(name => name != "frame")];

    /// <param name="path">Below the templates folder, such as <c>emails/invitation.md</c>.</param>
    /// <exception cref="ArgumentException">There is no such template.</exception>
    internal string Read(string path)
    {
        var isPlain = path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.')
            && !path.Contains("..", StringComparison.Ordinal);
        var file = Path.Combine(templatesFolder, path);
        if (!isPlain || !File.Exists(file))
        {
            throw new ArgumentException($"There is no template {path}.", nameof(path));
        }

        return File.ReadAllText(file).ReplaceLineEndings("\n");
    }

    private List<string> Names(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(templatesFolder, folder), pattern)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.StartsWith('_'))
            .Order(StringComparer.Ordinal)];
}
