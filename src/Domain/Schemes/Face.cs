namespace ReverseMentoring.Domain.Schemes;

/// <summary>What a scheme's pages and emails are recognised by: one colour, on light and on dark ground, and a mark.</summary>
/// <param name="AccentLight">As #rrggbb; for links, buttons and the mark on light ground.</param>
/// <param name="AccentDark">The same on dark ground.</param>
/// <param name="Mark">Up to three letters or digits; empty: the two rings of reverse mentoring.</param>
public sealed record Face(string AccentLight, string AccentDark, string Mark = "")
{
    private const int LongestMark = 3;

    /// <returns>Sentences that name the field of scheme.json; none where every part can be read by everybody.</returns>
    public IEnumerable<string> Problems(Palette light, Palette dark) =>
        Faint("accentLight", AccentLight, light)
            .Concat(Faint("accentDark", AccentDark, dark))
            .Concat(Mark.Length <= LongestMark && Mark.All(char.IsLetterOrDigit)
                ? []
                : [$"face.mark must be at most {LongestMark} letters or digits, not \"{Mark}\"; leave it out for the two rings."]);

    private static IEnumerable<string> Faint(string name, string accent, Palette palette)
    {
        if (Colour.Parse(accent) is not { } colour)
        {
            return [$"face.{name} must be a colour such as #583265, not \"{accent}\"."];
        }

        return palette.Beside
            .Where(other => colour.ContrastWith(other.Value) < Colour.LeastContrast)
            .Select(other => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"face.{name} {accent} can't be read beside {other.Key} ({other.Value}): their contrast is "
                    + $"{colour.ContrastWith(other.Value):0.0} to 1, and it must be at least {Colour.LeastContrast:0.0}. "
                    + $"Make it {(palette.IsDark ? "lighter" : "darker")}."));
    }
}

/// <summary>What an accent stands upon, and the text that stands upon it, by their names in the style sheet.</summary>
public sealed record Palette(bool IsDark, IReadOnlyDictionary<string, Colour> Beside);
