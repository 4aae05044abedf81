namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The least-cost matching of 1, 2, 3… edges in turn: each step adds the shortest augmenting path from any row with room (successive shortest paths,
/// Dijkstra on reduced costs). For fixed sizes; <see cref="SparseAssignment"/> is faster when the size is free.
/// </summary>
internal sealed class GrowingMatching
{
    private readonly SparseProblem problem;
    private readonly SparseFlow flow;
    private readonly Prices prices;
    private readonly long[] distance;
    private readonly int[] cameBy;
    private readonly bool[] done;
    private readonly MinHeap heap = new();

    // Minus the length of the last path: the price at which one more place is had.
    private long source;

    public GrowingMatching(SparseProblem problem)
    {
        this.problem = problem;
        flow = new SparseFlow(problem);
        prices = new Prices(new long[problem.Rows], new long[problem.Columns]);
        for (var row = 0; row < problem.Rows; row++)
        {
            for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
                prices.Row[row] = Math.Min(prices.Row[row], problem.Cost[edge]);
            source = Math.Max(source, -prices.Row[row]);
        }

        distance = new long[problem.Rows + problem.Columns];
        cameBy = new int[distance.Length];
        done = new bool[distance.Length];
    }

    public int Size { get; private set; }

    public bool IsUsed(int edge) => flow.Used[edge];

    /// <summary>One more edge at the least cost for that size, or false when there is none.</summary>
    public bool Grow()
    {
        distance.AsSpan().Fill(long.MaxValue);
        done.AsSpan().Clear();
        heap.Clear();
        for (var row = 0; row < problem.Rows; row++)
        {
            if (flow.RowRoom[row] > 0 && problem.RowStart[row] < problem.RowStart[row + 1])
                Reach(row, source + prices.Row[row], -1);
        }

        var (end, length) = Search();
        if (end < 0)
            return false;
        UpdatePrices(length);
        for (var node = end; cameBy[node] >= 0;)
            node = Turn(node);
        Size++;
        return true;
    }

    /// <summary>The matching as an optimum of the problem in which every edge costs <paramref name="worth"/> less, with its prices.</summary>
    public SparseSolution AtWorth(out long worth)
    {
        worth = -source;
        return new SparseSolution([.. flow.Used], [.. prices.Row.Select(p => Math.Min(0, p + source))], [.. prices.Column]);
    }

    private void Reach(int node, long length, int edge)
    {
        if (length >= distance[node])
            return;
        (distance[node], cameBy[node]) = (length, edge);
        heap.Add(length, node);
    }

    private (int End, long Length) Search()
    {
        while (!heap.IsEmpty)
        {
            var (length, node) = heap.Take();
            if (done[node])
                continue;
            // An open column's price is still 0, so the nearest one ends the shortest path.
            if (node >= problem.Rows && flow.ColumnRoom[node - problem.Rows] > 0)
                return (node, length);
            done[node] = true;
            if (node < problem.Rows)
                FromRow(node, length);
            else
                FromColumn(node - problem.Rows, length);
        }

        return (-1, 0);
    }

    private void FromRow(int row, long length)
    {
        for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
        {
            if (!flow.Used[edge])
                Reach(problem.Rows + problem.Column[edge], length + prices.Reduced(problem, row, edge), edge);
        }
    }

    private void FromColumn(int column, long length)
    {
        for (var edge = flow.First(column); edge >= 0; edge = flow.After(edge))
            Reach(flow.RowOf[edge], length - prices.Reduced(problem, flow.RowOf[edge], edge), edge);
    }

    private void UpdatePrices(long length)
    {
        for (var node = 0; node < distance.Length; node++)
        {
            if (!done[node])
                continue;
            if (node < problem.Rows)
                prices.Row[node] += length - distance[node];
            else
                prices.Column[node - problem.Rows] -= length - distance[node];
        }

        source -= length;
    }

    private int Turn(int node)
    {
        var edge = cameBy[node];
        if (node >= problem.Rows)
        {
            flow.Use(edge);
            return flow.RowOf[edge];
        }

        flow.Drop(edge);
        return problem.Rows + problem.Column[edge];
    }
}
