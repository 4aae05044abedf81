namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>
/// Writes several objectives as one whole number per pair: −bonus·B + (first·K + second) − P, where K, P and B are just large enough that
/// no sum of
/// a later objective can outweigh one unit of an earlier one.
/// </summary>
/// <param name="PairWorth">P: what making one more pair is worth.</param>
/// <param name="FirstWorth">K: what one unit of the first objective costs.</param>
internal sealed record PairCosts(long[] Cost, long PairWorth, long FirstWorth)
{
    // Path lengths in the solver stay below the largest cost plus pairs times the largest difference; this leaves them room.
    private static readonly Int128 Largest = (Int128)1 << 61;

    /// <param name="most">The most pairs there can be.</param>
    /// <param name="first">What counts after the pairs, least wanted; at least 0.</param>
    /// <param name="second">What counts after that, least wanted; may be negative.</param>
    /// <param name="bonus">Pairs that count before everything else; may be empty.</param>
    /// <exception cref="ArgumentException">The sums could pass 64 bits; ten thousand people a side are far from it.</exception>
    public static PairCosts Of(int most, ReadOnlySpan<int> first, ReadOnlySpan<int> second, ReadOnlySpan<bool> bonus)
    {
        var (leastSecond, greatestSecond) = second.Length == 0 ? (0, 0) : (Min(second), Max(second));
        var unit = ((Int128)(greatestSecond - leastSecond) * most) + 1;
        var range = ((first.Length == 0 ? 0 : Max(first)) * unit) + Math.Max(Math.Abs((long)leastSecond), Math.Abs((long)greatestSecond));
        var worth = (range * 2 * most) + 1;
        var prize = bonus.Length == 0 ? 0 : (worth * 2 * most) + 1;
        if ((worth + prize) * 2 * (prize > 0 ? most : 1) > Largest)
        {
            throw new ArgumentException("The cohort is too large to be matched exactly in 64-bit numbers.", nameof(most));
        }

        var cost = new long[first.Length];
        for (var pair = 0; pair < cost.Length; pair++)
        {
            cost[pair] = (first[pair] * (long)unit) + (second.Length == 0 ? 0 : second[pair]) - (long)worth;
            if (bonus.Length > 0 && bonus[pair])
            {
                cost[pair] -= (long)prize;
            }
        }

        return new PairCosts(cost, (long)worth, (long)unit);
    }

    private static int Min(ReadOnlySpan<int> values)
    {
        var least = int.MaxValue;
        foreach (var value in values)
        {
            least = Math.Min(least, value);
        }

        return values.Length == 0 ? 0 : least;
    }

    private static int Max(ReadOnlySpan<int> values)
    {
        var greatest = int.MinValue;
        foreach (var value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        return values.Length == 0 ? 0 : greatest;
    }
}
