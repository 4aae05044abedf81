namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>Which column each row of a square matrix gets, and dual prices: no entry is below the sum of its two prices, chosen ones equal it.</summary>
public sealed record DenseSolution(int[] ColumnOfRow, long[] RowPrice, long[] ColumnPrice);

/// <summary>
/// The linear assignment problem on a full square matrix of whole numbers, exactly: column reduction, reduction transfer and augmenting row reduction,
/// then shortest augmenting paths (Jonker &amp; Volgenant 1987; the paths as in Crouse 2016, on rows scanned in vectors). Memory beside the matrix
/// grows with n, not n².
/// </summary>
public sealed class DenseAssignment
{
    private readonly int size;
    private readonly ReadOnlyMemory<long> matrix;
    private readonly long[] price;
    private readonly int[] columnOf;
    private readonly int[] rowOf;

    private DenseAssignment(ReadOnlyMemory<long> matrix, int size)
    {
        (this.matrix, this.size) = (matrix, size);
        price = new long[size];
        columnOf = new int[size];
        columnOf.AsSpan().Fill(-1);
        rowOf = new int[size];
        rowOf.AsSpan().Fill(-1);
    }

    /// <param name="matrix">Row by row. Entries between ±2^61 / n, so that no path can overflow.</param>
    /// <exception cref="ArgumentException">The matrix is not <paramref name="size"/> by <paramref name="size"/>.</exception>
    public static DenseSolution Solve(ReadOnlyMemory<long> matrix, int size)
    {
        if (matrix.Length != (long)size * size)
            throw new ArgumentException("The matrix is not square.", nameof(matrix));
        var problem = new DenseAssignment(matrix, size);
        problem.ReduceColumns();
        problem.TransferReductions();
        problem.ReduceOpenRows();
        problem.Augment();
        return problem.Solution();
    }

    private ReadOnlySpan<long> Row(int row) => matrix.Span.Slice(row * size, size);

    private void ReduceColumns()
    {
        var leastRow = new long[size];
        price.AsSpan().Fill(long.MaxValue);
        for (var row = 0; row < size; row++)
            RowScan.LowerColumns(Row(row), row, price, leastRow);
        for (var column = size - 1; column >= 0; column--)
        {
            var row = (int)leastRow[column];
            if (columnOf[row] < 0)
                Assign(row, column);
        }
    }

    private void TransferReductions()
    {
        for (var row = 0; row < size; row++)
        {
            if (columnOf[row] < 0)
                continue;
            // The row sits on its least reduced cost, 0: what the second least adds can be taken off its column's price.
            var (_, _, second) = RowScan.TwoLeast(Row(row), price);
            if (size > 1)
                price[columnOf[row]] -= second;
        }
    }

    private void ReduceOpenRows()
    {
        var open = OpenRows();
        for (var pass = 0; pass < 2; pass++)
        {
            var later = new List<int>();
            var steps = 4 * size;
            foreach (var first in open)
            {
                var row = first;
                while (row >= 0 && steps-- > 0)
                    row = Place(row, later);
                if (row >= 0)
                    later.Add(row);
            }

            open = later;
        }
    }

    /// <summary>Gives a row its best column and returns the row it displaces for good, or -1; one displaced in a tie waits.</summary>
    private int Place(int row, List<int> later)
    {
        var (least, column, second) = RowScan.TwoLeast(Row(row), price);
        var gain = size > 1 ? second - least : 0;
        if (gain == 0 && rowOf[column] >= 0)
            column = FreeColumnAt(row, least, column);
        price[column] -= gain;
        var displaced = rowOf[column];
        if (displaced >= 0)
            columnOf[displaced] = -1;
        Assign(row, column);
        if (displaced < 0 || gain > 0)
            return displaced;
        later.Add(displaced);
        return -1;
    }

    private int FreeColumnAt(int row, long value, int otherwise)
    {
        var costs = Row(row);
        for (var column = 0; column < size; column++)
        {
            if (rowOf[column] < 0 && costs[column] - price[column] == value)
                return column;
        }

        return otherwise;
    }

    private void Augment()
    {
        var paths = new DensePaths(matrix, size, price, rowOf);
        foreach (var row in OpenRows())
        {
            var column = paths.ShortestFrom(row);
            for (var from = -1; from != row;)
            {
                from = paths.CameFrom(column);
                var next = columnOf[from];
                Assign(from, column);
                column = next;
            }
        }
    }

    private List<int> OpenRows() => [.. Enumerable.Range(0, size).Where(r => columnOf[r] < 0)];

    private void Assign(int row, int column) => (columnOf[row], rowOf[column]) = (column, row);

    private DenseSolution Solution()
    {
        var rowPrice = new long[size];
        for (var row = 0; row < size; row++)
            rowPrice[row] = Row(row)[columnOf[row]] - price[columnOf[row]];
        return new DenseSolution(columnOf, rowPrice, price);
    }
}
