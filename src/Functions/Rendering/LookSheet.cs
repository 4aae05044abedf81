using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Schemes;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>The style sheet of every page, and what else takes its colours from it: emails, and the check of a scheme's own.</summary>
public sealed partial class LookSheet
{
    private static readonly string[] Grounds = ["paper", "sheet", "tint", "on-accent"];

    private readonly string _text;

    /// <exception cref="InvalidOperationException">It lacks a colour that something else needs.</exception>
    public LookSheet(string templatesFolder)
    {
        _text = File.ReadAllText(Path.Combine(templatesFolder, "assets", "look.css")).ReplaceLineEndings("\n");
        var roots = Root().Matches(_text);
        LightTokens = Read(roots[0].Value);
        DarkTokens = new Dictionary<string, string>(LightTokens, StringComparer.Ordinal);
        foreach (var (name, value) in Read(roots[1].Value))
        {
            DarkTokens[name] = value;
        }

        Light = PaletteOf(LightTokens, isDark: false);
        Dark = PaletteOf(DarkTokens, isDark: true);
    }

    public Palette Light { get; }

    public Palette Dark { get; }

    /// <summary>Of a page that belongs to no scheme.</summary>
    public Face Face => new(LightTokens["accent-light"], LightTokens["accent-dark"]);

    /// <summary>By their names without the two hyphens.</summary>
    internal Dictionary<string, string> LightTokens { get; }

    internal Dictionary<string, string> DarkTokens { get; }

    /// <summary>With a line for each scheme that has a colour of its own.</summary>
    public string With(IEnumerable<Scheme> schemes) => _text + string.Concat(schemes
        .Where(scheme => scheme.Face is not null)
        .Select(scheme =>
            $"[data-scheme=\"{scheme.Id}\"] {{ --accent-light: {scheme.Face!.AccentLight}; --accent-dark: {scheme.Face.AccentDark} }}\n"));

    private static Palette PaletteOf(Dictionary<string, string> tokens, bool isDark) => new(isDark, Grounds.ToDictionary(
        name => name,
        name => Colour.Parse(tokens[name]) ?? throw new InvalidOperationException($"look.css: --{name} is no colour of the form #rrggbb."),
        StringComparer.Ordinal));

    private static Dictionary<string, string> Read(string rules) =>
        Token().Matches(rules).ToDictionary(t => t.Groups["name"].Value, t => t.Groups["value"].Value, StringComparer.Ordinal);

    /// <summary>The first is for light ground, the second for dark.</summary>
    [GeneratedRegex(":root {[^}]*}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();

    [GeneratedRegex("--(?<name>[a-z0-9-]+): (?<value>[^;}]+);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
