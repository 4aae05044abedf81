namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Which column each row of a square matrix gets, and dual prices: no entry is below the sum of its two prices, chosen ones equal it.
/// </summary>
public sealed record DenseSolution(int[] ColumnOfRow, long[] RowPrice, long[] ColumnPrice);

/// <summary>
/// The linear assignment problem on a full square matrix of whole numbers, exactly: column reduction, reduction transfer and augmenting row
/// reduction,
/// then shortest augmenting paths (Jonker &amp; Volgenant 1987; the paths as in Crouse 2016, on rows scanned in vectors). Memory beside the
/// matrix
/// grows with n, not n².
/// </summary>
public sealed class DenseAssignment
{
    private readonly int _size;
    private readonly ReadOnlyMemory<long> _matrix;
    private readonly long[] _price;
    private readonly int[] _columnOf;
    private readonly int[] _rowOf;

    private DenseAssignment(ReadOnlyMemory<long> matrix, int size)
    {
        (_matrix, _size) = (matrix, size);
        _price = new long[size];
        _columnOf = new int[size];
        _columnOf.AsSpan().Fill(-1);
        _rowOf = new int[size];
        _rowOf.AsSpan().Fill(-1);
    }

    /// <param name="matrix">Row by row. Entries between ±2^61 / n, so that no path can overflow.</param>
    /// <exception cref="ArgumentException">The matrix is not <paramref name="size"/> by <paramref name="size"/>.</exception>
    public static DenseSolution Solve(ReadOnlyMemory<long> matrix, int size)
    {
        if (matrix.Length != (long)size * size)
        {
            throw new ArgumentException("The matrix is not square.", nameof(matrix));
        }

        var problem = new DenseAssignment(matrix, size);
        problem.ReduceColumns();
        problem.TransferReductions();
        problem.ReduceOpenRows();
        problem.Augment();
        return problem.Solution();
    }

    private ReadOnlySpan<long> Row(int row) => _matrix.Span.Slice(row * _size, _size);

    private void ReduceColumns()
    {
        var leastRow = new long[_size];
        _price.AsSpan().Fill(long.MaxValue);
        for (var row = 0; row < _size; row++)
        {
            RowScan.LowerColumns(Row(row), row, _price, leastRow);
        }

        for (var column = _size - 1; column >= 0; column--)
        {
            var row = (int)leastRow[column];
            if (_columnOf[row] < 0)
            {
                Assign(row, column);
            }
        }
    }

    private void TransferReductions()
    {
        for (var row = 0; row < _size; row++)
        {
            if (_columnOf[row] < 0)
            {
                continue;
            }
            // The row sits on its least reduced cost, 0: what the second least adds can be taken off its column's price.
            var (_, _, second) = RowScan.TwoLeast(Row(row), _price);
            if (_size > 1)
            {
                _price[_columnOf[row]] -= second;
            }
        }
    }

    private void ReduceOpenRows()
    {
        var open = OpenRows();
        for (var pass = 0; pass < 2; pass++)
        {
            var later = new List<int>();
            var steps = 4 * _size;
            foreach (var first in open)
            {
                var row = first;
                while (row >= 0 && steps-- > 0)
                {
                    row = Place(row, later);
                }

                if (row >= 0)
                {
                    later.Add(row);
                }
            }

            open = later;
        }
    }

    /// <summary>Gives a row its best column and returns the row it displaces for good, or -1; one displaced in a tie waits.</summary>
    private int Place(int row, List<int> later)
    {
        var (least, column, second) = RowScan.TwoLeast(Row(row), _price);
        var gain = _size > 1 ? second - least : 0;
        if (gain == 0 && _rowOf[column] >= 0)
        {
            column = FreeColumnAt(row, least, column);
        }

        _price[column] -= gain;
        var displaced = _rowOf[column];
        if (displaced >= 0)
        {
            _columnOf[displaced] = -1;
        }

        Assign(row, column);
        if (displaced < 0 || gain > 0)
        {
            return displaced;
        }

        later.Add(displaced);
        return -1;
    }

    private int FreeColumnAt(int row, long value, int otherwise)
    {
        var costs = Row(row);
        for (var column = 0; column < _size; column++)
        {
            if (_rowOf[column] < 0 && costs[column] - _price[column] == value)
            {
                return column;
            }
        }

        return otherwise;
    }

    private void Augment()
    {
        var paths = new DensePaths(_matrix, _size, _price, _rowOf);
        foreach (var row in OpenRows())
        {
            var column = paths.ShortestFrom(row);
            for (var from = -1; from != row;)
            {
                from = paths.CameFrom(column);
                var next = _columnOf[from];
                Assign(from, column);
                column = next;
            }
        }
    }

    private List<int> OpenRows() => [.. Enumerable.Range(0, _size).Where(r => _columnOf[r] < 0)];

    private void Assign(int row, int column) => (_columnOf[row], _rowOf[column]) = (column, row);

    private DenseSolution Solution()
    {
        var rowPrice = new long[_size];
        for (var row = 0; row < _size; row++)
        {
            rowPrice[row] = Row(row)[_columnOf[row]] - _price[_columnOf[row]];
        }

        return new DenseSolution(_columnOf, rowPrice, _price);
    }
}
