using System.Globalization;
using System.Text;
using ReverseMentoring.Domain.Problems;

namespace ReverseMentoring.Domain.Files;

/// <summary>
/// A file name that every file system, address and header can carry as it is: one part, no tricks. What it ends in is one of
/// <see cref="FileTypes"/>, so the name alone says the content type.
/// </summary>
public sealed record FileName
{
    /// <summary>Characters; and in UTF-8 at most <see cref="MostBytes"/>, which leaves room for a temporary name beside it.</summary>
    public const int MostCharacters = 120;

    public const int MostBytes = 200;

    private const string Place = "name";

    /// <summary>What means something to a file system, a shell of Windows, or an address.</summary>
    private const string Forbidden = "/\\:*?\"<>|%";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. "0123456789¹²³".SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    private FileName(string text, string contentType)
    {
        Text = text;
        ContentType = contentType;
    }

    /// <summary>In Unicode's composed form (NFC).</summary>
    public string Text { get; }

    public string ContentType { get; }

    /// <summary>Names that the service writes itself, and nobody else may.</summary>
    public bool IsOurs => ServiceFiles.Owns(Text);

    /// <returns>The name, or every problem with it; no problem repeats the name.</returns>
    public static Outcome<FileName> Read(string text)
    {
        if (!IsText(text))
        {
            return Refused("The name is not valid text.");
        }

        var name = text.Normalize(NormalizationForm.FormC);
        var problems = Problems(name).Select(sentence => new Problem(Place, sentence)).ToList();
        return problems.Count > 0
            ? Refusal.Invalid(problems)
            : FileTypes.Of(name) is { } type
                ? new FileName(name, type)
                : Refused($"The name must end in one of: {string.Join(", ", FileTypes.Endings)}.");
    }

    /// <exception cref="ArgumentException">For names of our own and in an archive: the name is not one that <see cref="Read"/>
    /// takes.</exception>
    public static FileName Of(string text) => Read(text).Value ?? throw new ArgumentException("This is not a file name.", nameof(text));

    public override string ToString() => Text;

    private static IEnumerable<string> Problems(string name)
    {
        if (name.Length == 0)
        {
            yield return "The name is empty.";
            yield break;
        }

        if (name.Length > MostCharacters || Encoding.UTF8.GetByteCount(name) > MostBytes)
        {
            yield return $"The name is longer than {MostCharacters} characters or {MostBytes} bytes of UTF-8.";
        }

        if (name.Any(c => Forbidden.Contains(c, StringComparison.Ordinal)))
        {
            yield return $"The name has one of the characters {string.Join(' ', Forbidden.AsEnumerable())} in it.";
        }

        if (name.EnumerateRunes().Any(IsHidden))
        {
            yield return "The name has a character in it that cannot be seen.";
        }

        if (name[0] is '.' or ' ' or '~' or '-' || name[^1] is '.' or ' ')
        {
            yield return "The name must not begin with a dot, a space, a hyphen or ~, nor end with a dot or a space.";
        }

        if (Devices.Contains(name.Split('.')[0].TrimEnd(' ')))
        {
            yield return "The name is that of a device on Windows.";
        }
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    /// <summary>Half a surrogate pair, or what stands where bytes were not UTF-8, cannot be written back as it came.</summary>
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFD' || !Rune.TryGetRuneAt(text, i, out var rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    private static Outcome<FileName> Refused(string sentence) => Refusal.Invalid(Place, sentence);
}
