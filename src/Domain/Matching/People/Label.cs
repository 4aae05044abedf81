using System.Text;

namespace ReverseMentoring.Domain.Matching.People;

/// <summary>
/// How words people typed are compared, everywhere: case, outer and repeated spaces, the kind of space, apostrophe, quotation mark or dash,
/// and how an accent is put together do not count.
/// </summary>
public static class Label
{
    public static StringComparer Comparer { get; } = new ByKey();

    /// <summary>As it is shown.</summary>
    public static string Of(string text) => text.Trim();

    public static bool Same(string one, string other) => Comparer.Equals(one, other);

    /// <summary>Two texts with the same key read as the same. A line end stays one.</summary>
    internal static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            var plain = Plain(c);
            if (plain is null || (plain == ' ' && (key.Length == 0 || key[^1] is ' ' or '\n')))
            {
                continue;
            }

            key.Append(char.ToUpperInvariant(plain.Value));
        }

        while (key.Length > 0 && key[^1] == ' ')
        {
            key.Length--;
        }

        return key.ToString();
    }

    /// <returns>Null for what cannot be seen.</returns>
    private static char? Plain(char c) => c switch
    {
        '\n' => '\n',
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u2032' or '`' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u2033' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE58' or '\uFE63' => '-',
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => null,
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };

    private sealed class ByKey : StringComparer
    {
        public override int Compare(string? x, string? y) => string.CompareOrdinal(x is null ? null : Key(x), y is null ? null : Key(y));

        public override bool Equals(string? x, string? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && Key(x) == Key(y));

        public override int GetHashCode(string obj) => Key(obj).GetHashCode(StringComparison.Ordinal);
    }
}
