namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Finds a shortest augmenting path from a row by Dijkstra on reduced costs, uses it and keeps the prices feasible. A path ends at a column with room
/// or at a row that gives up a place.
/// </summary>
internal sealed class ShortestPaths
{
    private const long Far = long.MaxValue;

    private readonly SparseProblem problem;
    private readonly SparseFlow flow;
    private readonly Prices prices;
    private readonly long[] distance;
    private readonly int[] cameBy;
    private readonly bool[] done;
    private readonly MinHeap heap = new();
    private readonly Stack<int> atOnce = new();
    private readonly List<int> touched = [];
    private long best;
    private int end;

    /// <summary>Nodes are the rows, then the columns.</summary>
    public ShortestPaths(SparseProblem problem, SparseFlow flow, Prices prices)
    {
        (this.problem, this.flow, this.prices) = (problem, flow, prices);
        var nodes = problem.Rows + problem.Columns;
        distance = new long[nodes];
        distance.AsSpan().Fill(Far);
        cameBy = new int[nodes];
        done = new bool[nodes];
    }

    /// <summary>Gives the row one more place, or settles that it should stay out: then false.</summary>
    public bool Augment(int source)
    {
        (best, end) = (Far, -1);
        Reach(source, 0, -1, 0);
        while (TryTake(out var node) && distance[node] < best)
        {
            done[node] = true;
            if (node < problem.Rows)
                ScanRow(node);
            else
                ScanColumn(node - problem.Rows);
        }

        UpdatePrices();
        UsePath(source);
        Forget();
        return end != source;
    }

    private bool TryTake(out int node)
    {
        while (atOnce.TryPop(out node))
        {
            if (!done[node])
                return true;
        }

        while (!heap.IsEmpty)
        {
            (var key, node) = heap.Take();
            if (!done[node] && key == distance[node])
                return true;
        }

        return false;
    }

    private void Reach(int node, long length, int edge, long now)
    {
        if (length >= distance[node])
            return;
        if (distance[node] == Far)
            touched.Add(node);
        distance[node] = length;
        cameBy[node] = edge;
        if (length == now)
            atOnce.Push(node);
        else
            heap.Add(length, node);
    }

    private void ScanRow(int row)
    {
        var length = distance[row];
        if (length - prices.Row[row] < best)
            (best, end) = (length - prices.Row[row], row);
        var (from, count) = (problem.RowStart[row], problem.RowStart[row + 1] - problem.RowStart[row]);
        var costs = problem.Cost.AsSpan(from, count);
        var columns = problem.Column.AsSpan(from, count);
        var columnPrices = prices.Column.AsSpan();
        var distances = distance.AsSpan(problem.Rows, columnPrices.Length);
        var toHere = length - prices.Row[row];
        for (var i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            var there = toHere + costs[i] - columnPrices[column];
            if (there < distances[column] && there < best && !flow.Used[from + i])
                Approach(column, there, from + i, length);
        }
    }

    private void Approach(int column, long there, int edge, long now)
    {
        if (flow.ColumnRoom[column] > 0)
        {
            (best, end) = (there, problem.Rows + column);
            cameBy[end] = edge;
        }
        else
        {
            Reach(problem.Rows + column, there, edge, now);
        }
    }

    private void ScanColumn(int column)
    {
        var length = distance[problem.Rows + column];
        for (var edge = flow.First(column); edge >= 0; edge = flow.After(edge))
        {
            var row = flow.RowOf[edge];
            Reach(row, length - prices.Reduced(problem, row, edge), edge, length);
        }
    }

    private void UpdatePrices()
    {
        foreach (var node in touched)
        {
            if (!done[node])
                continue;
            if (node < problem.Rows)
                prices.Row[node] += best - distance[node];
            else
                prices.Column[node - problem.Rows] -= best - distance[node];
        }
    }

    private void UsePath(int source)
    {
        for (var node = end; node != source;)
        {
            var edge = cameBy[node];
            if (node >= problem.Rows)
            {
                flow.Use(edge);
                node = flow.RowOf[edge];
            }
            else
            {
                flow.Drop(edge);
                node = problem.Rows + problem.Column[edge];
            }
        }
    }

    private void Forget()
    {
        foreach (var node in touched)
        {
            distance[node] = Far;
            done[node] = false;
        }

        touched.Clear();
        heap.Clear();
        atOnce.Clear();
    }
}
