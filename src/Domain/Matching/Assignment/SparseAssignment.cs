namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Exact least-cost matching with capacities on compressed rows: cheap starts (Jonker &amp; Volgenant 1987, augmenting row reduction), then
/// one
/// shortest augmenting path per place still open. Rows with few edges go first: they have the least choice. Whole numbers throughout.
/// </summary>
internal static class SparseAssignment
{
    public static SparseSolution Solve(SparseProblem problem)
    {
        if (NearlyFull.Suits(problem))
        {
            return NearlyFull.Solve(problem);
        }

        var flow = new SparseFlow(problem);
        var prices = new Prices(new long[problem.Rows], new long[problem.Columns]);
        int[] order = [.. Enumerable.Range(0, problem.Rows).OrderBy(r => problem.RowStart[r + 1] - problem.RowStart[r])];
        var open = TakeBestWhereFree(problem, flow, prices, order);
        if (problem.CapacitiesAreOne)
        {
            open = RowReduction.Run(problem, flow, prices, open);
        }

        var paths = new ShortestPaths(problem, flow, prices);
        foreach (var row in open.OrderBy(r => problem.RowStart[r + 1] - problem.RowStart[r]))
        {
            prices.LowerToBest(problem, flow, row);
            while (flow.RowRoom[row] > 0 && paths.Augment(row))
            {
            }
        }

        return new SparseSolution(flow.Used, prices.Row, prices.Column);
    }

    /// <summary>
    /// Gives each row of capacity one a best column that is free; the rows that still want a place are returned in order.
    /// </summary>
    private static List<int> TakeBestWhereFree(SparseProblem problem, SparseFlow flow, Prices prices, int[] order)
    {
        var open = new List<int>();
        foreach (var row in order)
        {
            if (prices.LowerToBest(problem, flow, row) < 0 || problem.RowCapacity[row] == 0)
            {
                continue;
            }

            if (problem.RowCapacity[row] == 1 && FreeBest(problem, flow, prices, row) is >= 0 and var edge)
            {
                flow.Use(edge);
            }
            else
            {
                open.Add(row);
            }
        }

        return open;
    }

    private static int FreeBest(SparseProblem problem, SparseFlow flow, Prices prices, int row)
    {
        for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
        {
            if (flow.ColumnRoom[problem.Column[edge]] > 0 && prices.Reduced(problem, row, edge) == 0)
            {
                return edge;
            }
        }

        return -1;
    }
}

/// <summary>Dual prices of rows and columns, all at most 0.</summary>
internal sealed record Prices(long[] Row, long[] Column)
{
    public long Reduced(SparseProblem problem, int row, int edge) => problem.Cost[edge] - Row[row] - Column[problem.Column[edge]];

    /// <summary>
    /// Sets a row's price to the least it can get from an unused edge (at most 0) and returns that edge, or -1 when staying out is as good.
    /// </summary>
    public int LowerToBest(SparseProblem problem, SparseFlow flow, int row)
    {
        var (least, best) = (0L, -1);
        for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
        {
            var cost = problem.Cost[edge] - Column[problem.Column[edge]];
            if (cost < least && !flow.Used[edge])
            {
                (least, best) = (cost, edge);
            }
        }

        Row[row] = least;
        return best;
    }
}
