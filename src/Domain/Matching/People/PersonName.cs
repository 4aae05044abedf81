using System.Text.RegularExpressions;

namespace ReverseMentoring.Domain.Matching.People;

/// <summary>Names of people as HR systems write them: "Last, First", "Name (id)", "Name &lt;address&gt;".</summary>
public static partial class PersonName
{
    /// <summary>Every way in which the text may name somebody, itself first.</summary>
    public static IEnumerable<string> Readings(string text)
    {
        yield return text;
        var address = Address().Match(text);
        if (address.Success)
        {
            yield return address.Groups["address"].Value;
        }

        var plain = Addition().Replace(text, "").Trim();
        if (plain.Length > 0 && plain != text)
        {
            yield return plain;
        }

        if (plain.Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first])
        {
            yield return $"{first} {last}";
        }
    }

    /// <summary>
    /// Splits a cell of names. Semicolons and line ends always part them; a comma does so between two full names, while a single word on
    /// either side of it belongs to "Last, First".
    /// </summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var names = new List<string>();
        foreach (var piece in cell.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = piece.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var i = 0; i < parts.Length; i++)
            {
                var isLastFirst = i + 1 < parts.Length && (IsWord(parts[i]) || IsWord(parts[i + 1]));
                names.Add(isLastFirst ? $"{parts[i]}, {parts[++i]}" : parts[i]);
            }
        }

        return [.. names.Distinct(Label.Comparer).Take(50)];
    }

    private static bool IsWord(string part) => !part.Contains('@', StringComparison.Ordinal) && !part.Any(char.IsWhiteSpace);

    [GeneratedRegex(@"<(?<address>[^<>\s]+@[^<>\s]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"<[^<>]*>|\([^()]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addition();
}
