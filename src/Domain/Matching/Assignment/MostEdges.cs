namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The most edges that can be used at once, costs aside: shortest augmenting paths, as many as possible at a time (Hopcroft &amp; Karp 1973), with
/// capacities.
/// </summary>
internal sealed class MostEdges
{
    private readonly SparseProblem problem;
    private readonly SparseFlow flow;
    private readonly int[] level;
    private readonly int[] nextEdge;
    private readonly int[] queue;

    private MostEdges(SparseProblem problem)
    {
        this.problem = problem;
        flow = new SparseFlow(problem);
        level = new int[problem.Rows];
        nextEdge = new int[problem.Rows];
        queue = new int[problem.Rows];
    }

    /// <param name="start">Edges to begin with, within the capacities: the fewer are missing, the sooner it is done.</param>
    public static bool[] Use(SparseProblem problem, IEnumerable<int> start)
    {
        var search = new MostEdges(problem);
        foreach (var edge in start)
            search.flow.Use(edge);
        while (search.Layer())
            search.Augment();
        return search.flow.Used;
    }

    /// <summary>Numbers rows by their distance from rows with room; false when no column with room can be reached.</summary>
    private bool Layer()
    {
        level.AsSpan().Fill(-1);
        var (count, found) = (0, false);
        for (var row = 0; row < problem.Rows; row++)
        {
            nextEdge[row] = problem.RowStart[row];
            if (flow.RowRoom[row] <= 0)
                continue;
            level[row] = 0;
            queue[count++] = row;
        }

        var last = int.MaxValue;
        for (var at = 0; at < count && level[queue[at]] < last; at++)
        {
            var row = queue[at];
            for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
            {
                if (flow.Used[edge])
                    continue;
                var column = problem.Column[edge];
                if (flow.ColumnRoom[column] > 0)
                {
                    (found, last) = (true, level[row]);
                    break;
                }

                for (var used = flow.First(column); used >= 0; used = flow.After(used))
                {
                    if (level[flow.RowOf[used]] >= 0)
                        continue;
                    level[flow.RowOf[used]] = level[row] + 1;
                    queue[count++] = flow.RowOf[used];
                }
            }
        }

        return found;
    }

    private void Augment()
    {
        var path = new Stack<(int Row, int Edge, int Dropped)>();
        for (var row = 0; row < problem.Rows; row++)
        {
            while (flow.RowRoom[row] > 0 && nextEdge[row] < problem.RowStart[row + 1] && Walk(row, path))
            {
            }
        }
    }

    /// <summary>Goes down the layers from a row until a column with room; each row's edges are tried once per layering.</summary>
    private bool Walk(int source, Stack<(int Row, int Edge, int Dropped)> path)
    {
        path.Clear();
        var row = source;
        while (true)
        {
            if (nextEdge[row] == problem.RowStart[row + 1])
            {
                if (path.Count == 0)
                    return false;
                row = path.Pop().Row;
                continue;
            }

            var edge = nextEdge[row];
            var column = problem.Column[edge];
            if (!flow.Used[edge] && flow.ColumnRoom[column] > 0)
            {
                flow.Use(edge);
                foreach (var step in path)
                {
                    flow.Drop(step.Dropped);
                    flow.Use(step.Edge);
                }

                return true;
            }

            // The edge stays the row's next one: when the row below turns out a dead end, another in the same column may not be.
            var below = flow.Used[edge] ? -1 : Below(row, column);
            if (below < 0)
            {
                nextEdge[row]++;
                continue;
            }

            path.Push((row, edge, below));
            row = flow.RowOf[below];
        }
    }

    /// <summary>An edge in use at a full column by which a row one layer further, not yet a dead end, could make room; or -1.</summary>
    private int Below(int row, int column)
    {
        var used = flow.First(column);
        while (used >= 0 && (level[flow.RowOf[used]] != level[row] + 1 || nextEdge[flow.RowOf[used]] == problem.RowStart[flow.RowOf[used] + 1]))
            used = flow.After(used);
        return used;
    }
}
