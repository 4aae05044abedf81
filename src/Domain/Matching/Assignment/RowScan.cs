using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>The inner loops over one row of a full matrix, eight columns at a time. The last, incomplete vector overlaps the one before
/// where that does
/// no harm, else it is done one by one.</summary>
internal static class RowScan
{
    private static int Lanes => Vector512<long>.Count;

    /// <summary>Takes a row into the least of each column so far.</summary>
    public static void LowerColumns(ReadOnlySpan<long> costs, int row, Span<long> least, Span<long> leastRow)
    {
        ref var cost = ref MemoryMarshal.GetReference(costs);
        ref var low = ref MemoryMarshal.GetReference(least);
        ref var lowRow = ref MemoryMarshal.GetReference(leastRow);
        var here = Vector512.Create((long)row);
        var column = 0;
        for (; column <= costs.Length - Lanes; column += Lanes)
        {
            var values = Vector512.LoadUnsafe(ref cost, (nuint)column);
            var before = Vector512.LoadUnsafe(ref low, (nuint)column);
            var lower = Vector512.LessThan(values, before);
            if (lower == Vector512<long>.Zero)
            {
                continue;
            }

            Vector512.ConditionalSelect(lower, values, before).StoreUnsafe(ref low, (nuint)column);
            Vector512.ConditionalSelect(lower, here, Vector512.LoadUnsafe(ref lowRow, (nuint)column))
                .StoreUnsafe(ref lowRow, (nuint)column);
        }

        for (; column < costs.Length; column++)
        {
            if (costs[column] < least[column])
            {
                (least[column], leastRow[column]) = (costs[column], row);
            }
        }
    }

    /// <summary>
    /// The least reduced cost of a row, the first column that has it in its lane, and the second least (long.MaxValue with one column).
    /// </summary>
    public static (long Least, int Column, long Second) TwoLeast(ReadOnlySpan<long> costs, ReadOnlySpan<long> prices)
    {
        ref var cost = ref MemoryMarshal.GetReference(costs);
        ref var price = ref MemoryMarshal.GetReference(prices);
        var (lows, seconds) = (Vector512.Create(long.MaxValue), Vector512.Create(long.MaxValue));
        var at = Vector512<long>.Zero;
        var columns = Vector512.CreateSequence(0L, 1L);
        var column = 0;
        for (; column <= costs.Length - Lanes; column += Lanes)
        {
            var values = Vector512.LoadUnsafe(ref cost, (nuint)column) - Vector512.LoadUnsafe(ref price, (nuint)column);
            var lower = Vector512.LessThan(values, lows);
            seconds = Vector512.Min(seconds, Vector512.Max(lows, values));
            at = Vector512.ConditionalSelect(lower, columns, at);
            lows = Vector512.Min(lows, values);
            columns += Vector512.Create((long)Lanes);
        }

        var (least, second, best) = (long.MaxValue, long.MaxValue, 0L);
        for (var lane = 0; lane < Lanes; lane++)
        {
            Take(lows[lane], at[lane], ref least, ref second, ref best);
            second = Math.Min(second, seconds[lane]);
        }

        for (; column < costs.Length; column++)
        {
            Take(costs[column] - prices[column], column, ref least, ref second, ref best);
        }

        return (least, (int)best, second);
    }

    private static void Take(long value, long column, ref long least, ref long second, ref long best)
    {
        if (value < least)
        {
            (second, least, best) = (least, value, column);
        }
        else if (value < second)
        {
            second = value;
        }
    }

    /// <summary>The distances from a row itself, its least reduced cost being 0.</summary>
    public static void Start(ReadOnlySpan<long> costs, ReadOnlySpan<long> prices, long least, Span<long> distances)
    {
        ref var cost = ref MemoryMarshal.GetReference(costs);
        ref var price = ref MemoryMarshal.GetReference(prices);
        ref var distance = ref MemoryMarshal.GetReference(distances);
        var zero = Vector512.Create(least);
        var column = 0;
        for (; column <= costs.Length - Lanes; column += Lanes)
        {
            (Vector512.LoadUnsafe(ref cost, (nuint)column) - Vector512.LoadUnsafe(ref price, (nuint)column) - zero)
                .StoreUnsafe(ref distance, (nuint)column);
        }

        for (; column < costs.Length; column++)
        {
            distances[column] = costs[column] - prices[column] - least;
        }
    }

    /// <summary>Shortens distances by way of a row and finds the nearest column that is not done.</summary>
    public static (long Distance, int Column) Relax(
        ReadOnlySpan<long> costs, int row, ReadOnlySpan<long> prices, long offset, Span<long> distances, Span<int> cameFrom)
    {
        ref var cost = ref MemoryMarshal.GetReference(costs);
        ref var price = ref MemoryMarshal.GetReference(prices);
        ref var distance = ref MemoryMarshal.GetReference(distances);
        ref var from = ref MemoryMarshal.GetReference(cameFrom);
        var shift = Vector512.Create(offset);
        var here = Vector256.Create(row);
        var nearest = Vector512.Create(ulong.MaxValue);
        var at = Vector512<ulong>.Zero;
        var columns = Vector512.CreateSequence(0UL, 1UL);
        var column = 0;
        for (; column <= costs.Length - Lanes; column += Lanes)
        {
            var now = Vector512.LoadUnsafe(ref distance, (nuint)column);
            var by = Vector512.LoadUnsafe(ref cost, (nuint)column) - Vector512.LoadUnsafe(ref price, (nuint)column) - shift;
            var shorter = Vector512.LessThan(by, now);
            if (shorter != Vector512<long>.Zero)
            {
                now = Vector512.ConditionalSelect(shorter, by, now);
                now.StoreUnsafe(ref distance, (nuint)column);
                var half = Vector256.Narrow(shorter.GetLower(), shorter.GetUpper());
                Vector256.ConditionalSelect(half, here, Vector256.LoadUnsafe(ref from, (nuint)column)).StoreUnsafe(ref from, (nuint)column);
            }

            var nearer = Vector512.LessThan(now.AsUInt64(), nearest);
            at = Vector512.ConditionalSelect(nearer, columns, at);
            nearest = Vector512.Min(nearest, now.AsUInt64());
            columns += Vector512.Create((ulong)Lanes);
        }

        var (least, best) = (ulong.MaxValue, 0UL);
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (nearest[lane] < least)
            {
                (least, best) = (nearest[lane], at[lane]);
            }
        }

        for (; column < costs.Length; column++)
        {
            var by = costs[column] - prices[column] - offset;
            if (by < distances[column])
            {
                (distances[column], cameFrom[column]) = (by, row);
            }

            if ((ulong)distances[column] < least)
            {
                (least, best) = ((ulong)distances[column], (ulong)column);
            }
        }

        return ((long)least, (int)best);
    }
}
