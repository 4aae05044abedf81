namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Rows and columns with capacities and the edges between them in compressed rows, columns ascending within a row. An edge may be used
/// once.
/// The least total cost is wanted; a row or column may stay unused at cost 0, so an edge that should be used costs less than 0.
/// </summary>
internal sealed record SparseProblem(int[] RowStart, int[] Column, long[] Cost, int[] RowCapacity, int[] ColumnCapacity)
{
    public int Rows => RowCapacity.Length;

    public int Columns => ColumnCapacity.Length;

    public int Edges => Column.Length;

    public bool CapacitiesAreOne =>
        RowCapacity.AsSpan().IndexOfAnyExceptInRange(0, 1) < 0 && ColumnCapacity.AsSpan().IndexOfAnyExceptInRange(0, 1) < 0;

    /// <summary>The row of every edge.</summary>
    public int[] RowOfEdges()
    {
        var rows = new int[Edges];
        for (var row = 0; row < Rows; row++)
        {
            rows.AsSpan(RowStart[row]..RowStart[row + 1]).Fill(row);
        }

        return rows;
    }
}

/// <summary>
/// Which edges are used, with dual prices that prove it optimal: prices are at most 0, and 0 where a row or column has room left; an unused
/// edge costs
/// at least the sum of its prices and a used one at most.
/// </summary>
internal sealed record SparseSolution(bool[] Used, long[] RowPrice, long[] ColumnPrice);
