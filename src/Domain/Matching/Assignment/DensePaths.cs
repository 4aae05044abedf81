namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Dijkstra on the reduced costs of a full matrix, from one open row to the nearest open column; keeps the column prices feasible.
/// </summary>
internal sealed class DensePaths(ReadOnlyMemory<long> matrix, int size, long[] price, int[] rowOf)
{
    // A column that is done is marked -1: less than any distance as a signed number, so it is not updated, and greater than any as an
    // unsigned one,
    // so it is not chosen.
    private const long Done = -1;

    private readonly long[] _distance = new long[size];
    private readonly int[] _cameFrom = new int[size];
    private readonly int[] _doneColumns = new int[size];
    private readonly long[] _doneAt = new long[size];

    public int CameFrom(int column) => _cameFrom[column];

    public int ShortestFrom(int row)
    {
        var (least, column, _) = RowScan.TwoLeast(Row(row), price);
        RowScan.Start(Row(row), price, least, _distance);
        _cameFrom.AsSpan().Fill(row);
        var (done, reached) = (0, 0L);
        while (rowOf[column] >= 0)
        {
            (_doneColumns[done], _doneAt[done]) = (column, reached);
            done++;
            _distance[column] = Done;
            var next = rowOf[column];
            var offset = Row(next)[column] - price[column] - reached;
            (reached, column) = RowScan.Relax(Row(next), next, price, offset, _distance, _cameFrom);
        }

        for (var i = 0; i < done; i++)
        {
            price[_doneColumns[i]] += _doneAt[i] - reached;
        }

        return column;
    }

    private ReadOnlySpan<long> Row(int row) => matrix.Span.Slice(row * size, size);
}
