using System.Numerics;

namespace ReverseMentoring.Domain.Matching.People;

/// <summary>
/// A set of numbered words: the first 64 of the vocabulary as bits, which compare in one step, the others as an ascending list.
/// </summary>
internal readonly struct WordSet
{
    private readonly int[] _others;

    public WordSet(int[] ascending)
    {
        Count = ascending.Length;
        _others = [.. ascending.Where(w => w >= 64)];
        foreach (var word in ascending)
        {
            if (word < 64)
            {
                Bits |= 1UL << word;
            }
        }
    }

    public int Count { get; }

    /// <summary>The words numbered below 64.</summary>
    public ulong Bits { get; }

    public int Shared(WordSet with)
    {
        var shared = BitOperations.PopCount(Bits & with.Bits);
        return _others.Length == 0 || with._others.Length == 0 ? shared : shared + SharedOthers(_others, with._others);
    }

    public bool IsWithin(WordSet whole) => Count == 0 || Shared(whole) == Count;

    private static int SharedOthers(int[] one, int[] other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (a, b) = (one[i], other[j]);
            if (a == b)
            {
                shared++;
            }

            if (a <= b)
            {
                i++;
            }

            if (b <= a)
            {
                j++;
            }
        }

        return shared;
    }
}
