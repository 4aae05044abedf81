using System.Globalization;

namespace ReverseMentoring.Domain.Schemes;

/// <summary>An sRGB colour.</summary>
public sealed record Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>For text of any size (WCAG 2.2, success criterion 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>From 0 for black to 1 for white (WCAG 2.2, "relative luminance").</summary>
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <param name="text">#rrggbb, or #rgb as style sheets shorten it.</param>
    /// <returns>Null for anything else.</returns>
    public static Colour? Parse(string text)
    {
        var digits = text is ['#', var r, var g, var b] ? $"{r}{r}{g}{g}{b}{b}" : text is ['#', .. { Length: 6 } six] ? six : "";
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;
    }

    /// <returns>From 1 to 21 (WCAG 2.2, "contrast ratio"); the same both ways.</returns>
    public double ContrastWith(Colour other)
    {
        var (dark, light) = Luminance < other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
