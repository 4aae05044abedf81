using System.Globalization;
using System.Numerics;
using System.Text;

namespace ReverseMentoring.Domain.Matching.People;

/// <summary>
/// How a text people typed is spelt, to find two that are not the same (<see cref="Label"/>) and nearly so: most often one thing, written
/// by two hands.
/// </summary>
/// <remarks>
/// Near are: the same letters with other accents, points, hyphens or spaces; the same words in another order; and the same words but for
/// one slip in a word of five letters, two in one of ten. Short words, and words with a digit, tell things apart: "Ward 3" is not "Ward 4".
/// </remarks>
public sealed class Spelling
{
    private const int OneSlipFrom = 5;
    private const int TwoSlipsFrom = 10;
    private const int MostSlips = 2;

    private readonly string[] _words;
    private readonly ulong[] _letters;
    private readonly string _joined;
    private readonly string _sorted;

    public Spelling(string text)
    {
        Text = Label.Of(text);
        _words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _letters = [.. _words.Select(LettersOf)];
        _joined = string.Concat(_words);
        _sorted = string.Join(' ', _words.Order(StringComparer.Ordinal));
    }

    /// <summary>As it is shown.</summary>
    public string Text { get; }

    /// <summary>Not the same as the other, and nearly so.</summary>
    public bool IsNear(Spelling other) =>
        _joined.Length > 0
        && (_joined == other._joined || _sorted == other._sorted || HasSlips(other))
        && !Label.Same(Text, other.Text);

    /// <summary>Those of the candidates that the text is near to, each once.</summary>
    public IEnumerable<string> NearestOf(IEnumerable<Spelling> candidates) =>
        candidates.Where(IsNear).Select(c => c.Text).Distinct(Label.Comparer);

    private bool HasSlips(Spelling other)
    {
        if (_words.Length != other._words.Length || Math.Abs(_joined.Length - other._joined.Length) > MostSlips)
        {
            return false;
        }

        var slips = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            // One slip brings in one letter and takes away one at most: most words are told apart without counting.
            slips += _words[i] == other._words[i] ? 0
                : BitOperations.PopCount(_letters[i] ^ other._letters[i]) > 2 * MostSlips ? MostSlips + 1
                : Slips(_words[i], other._words[i]);
            if (slips > MostSlips)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Which letters a word has; two that fall together only let more words be compared.</summary>
    private static ulong LettersOf(string word) => word.Aggregate(0UL, (letters, c) => letters | (1UL << (c % 64)));

    /// <returns>More than the most where the two words are different ones.</returns>
    private static int Slips(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        var most = length >= TwoSlipsFrom ? 2 : length >= OneSlipFrom ? 1 : 0;
        if (most == 0 || Math.Abs(one.Length - other.Length) > most || one.Any(char.IsDigit) || other.Any(char.IsDigit))
        {
            return MostSlips + 1;
        }

        var slips = Distance(one, other);
        return slips <= most ? slips : MostSlips + 1;
    }

    /// <summary>Letters put in, left out, changed, or two that changed places (Damerau's distance, no letter touched twice).</summary>
    private static int Distance(string one, string other)
    {
        var (before, above, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(
                    Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[other.Length];
    }

    /// <summary>Letters and digits without their accents, in words.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Label.Key(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(c);
            }
            else if (c is not ('\'' or '.') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }
}
