namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>Dijkstra on the reduced costs of a full matrix, from one open row to the nearest open column; keeps the column prices feasible.</summary>
internal sealed class DensePaths(ReadOnlyMemory<long> matrix, int size, long[] price, int[] rowOf)
{
    // A column that is done is marked -1: less than any distance as a signed number, so it is not updated, and greater than any as an unsigned one,
    // so it is not chosen.
    private const long Done = -1;

    private readonly long[] distance = new long[size];
    private readonly int[] cameFrom = new int[size];
    private readonly int[] doneColumns = new int[size];
    private readonly long[] doneAt = new long[size];

    public int CameFrom(int column) => cameFrom[column];

    public int ShortestFrom(int row)
    {
        var (least, column, _) = RowScan.TwoLeast(Row(row), price);
        RowScan.Start(Row(row), price, least, distance);
        cameFrom.AsSpan().Fill(row);
        var (done, reached) = (0, 0L);
        while (rowOf[column] >= 0)
        {
            (doneColumns[done], doneAt[done]) = (column, reached);
            done++;
            distance[column] = Done;
            var next = rowOf[column];
            var offset = Row(next)[column] - price[column] - reached;
            (reached, column) = RowScan.Relax(Row(next), next, price, offset, distance, cameFrom);
        }

        for (var i = 0; i < done; i++)
            price[doneColumns[i]] += doneAt[i] - reached;
        return column;
    }

    private ReadOnlySpan<long> Row(int row) => matrix.Span.Slice(row * size, size);
}
