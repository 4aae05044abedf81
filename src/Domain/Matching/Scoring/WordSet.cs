namespace ReverseMentoring.Domain.Matching;

/// <summary>Numbers words so that sets of them become sorted arrays that compare fast.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(Label.Comparer);

    public int Number(string word)
    {
        var label = Label.Of(word);
        if (!numbers.TryGetValue(label, out var number))
            numbers.Add(label, number = numbers.Count);
        return number;
    }

    public int[] Set(IEnumerable<string> words)
    {
        int[] set = [.. words.Where(w => !string.IsNullOrWhiteSpace(w)).Select(Number).Distinct()];
        Array.Sort(set);
        return set;
    }
}

/// <summary>Sets as sorted arrays without repetition.</summary>
internal static class WordSet
{
    public static int Shared(int[] one, int[] other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (a, b) = (one[i], other[j]);
            if (a == b)
                shared++;
            if (a <= b)
                i++;
            if (b <= a)
                j++;
        }

        return shared;
    }

    public static bool IsWithin(int[] part, int[] whole) => part.Length == 0 || Shared(part, whole) == part.Length;
}
