using System.Globalization;

namespace ReverseMentoring.LocalHost.Timers;

/// <summary>One field of a schedule: <c>*</c>, numbers or names, ranges, steps, and lists of these.</summary>
internal static class CronField
{
    /// <summary>Which numbers the field names, by index.</summary>
    public static bool[] Parse(string field, int least, int most, string[]? names = null)
    {
        var chosen = new bool[most + 1];
        foreach (var part in field.Split(','))
        {
            var (range, step) = Halves(part, '/');
            var width = step is null ? 1 : Number(step);
            if (width < 1)
                throw Wrong(field);
            var (first, last) = Bounds(range, step is not null);
            for (var value = first; value <= last; value += width)
                chosen[value] = true;
        }
        return chosen;

        (int First, int Last) Bounds(string range, bool hasStep)
        {
            if (range == "*")
                return (least, most);
            var (from, to) = Halves(range, '-');
            var first = Number(from);
            var last = to is not null ? Number(to) : hasStep ? most : first;
            return first >= least && last <= most && first <= last ? (first, last) : throw Wrong(field);
        }

        int Number(string text)
        {
            var name = names is null ? -1 : Array.FindIndex(names, it => text.StartsWith(it, StringComparison.OrdinalIgnoreCase));
            if (name >= 0)
                return name + least;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(field);
        }

        FormatException Wrong(string text) => new($"'{text}' is no field of a timer schedule: write numbers from {least} to {most}.");
    }

    private static (string Before, string? After) Halves(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
