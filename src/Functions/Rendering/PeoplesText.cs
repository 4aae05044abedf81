using System.Globalization;
using System.Text;

namespace ReverseMentoring.Functions.Rendering;

/// <summary>Makes text that a person typed safe to place anywhere in an email.</summary>
public static class PeoplesText
{
    private const char WordJoiner = '\u2060';
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// Without control, direction and private-use characters, with every kind of line break as <c>\n</c>, trimmed. The two joiners that
    /// Persian, Hindi and emoji need stay.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\n' or '\v' || kind is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                clean.Append('\n');
            }
            else if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner || IsShown(kind))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsShown(UnicodeCategory kind) =>
        kind is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    /// <summary>The cleaned text on one line.</summary>
    public static string OneLine(string text) => string.Join(' ', Lines(text).Where(line => line.Length > 0));

    /// <summary>The cleaned text's lines, each trimmed; empty ones stay, so that paragraphs do.</summary>
    public static string[] Lines(string text) => Clean(text).Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>
    /// Keeps mail programs from turning what looks like an address into a link: an invisible word joiner goes wherever a web, mail
    /// or network address would hold together.
    /// </summary>
    public static string WithoutLinks(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            safe.Append(text[i]);
            if (i + 1 < text.Length && Joins(i > 0 ? text[i - 1] : ' ', text[i], text[i + 1]))
            {
                safe.Append(WordJoiner);
            }
        }

        return safe.ToString();
    }

    private static bool Joins(char before, char here, char after) => here switch
    {
        '.' or '\u3002' or '\uFF0E' or '\uFF61' => char.IsLetter(after) || char.IsSurrogate(after),
        '@' or '\uFF20' => !char.IsWhiteSpace(after),
        ':' => char.IsLetter(before) && !char.IsWhiteSpace(after),
        '/' or '\\' => after == here,
        _ => false,
    };
}
