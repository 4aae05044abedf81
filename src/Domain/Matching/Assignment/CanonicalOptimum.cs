namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The tie-break: of all optimal solutions with as many edges, the one whose list of (row, column), sorted, comes first. Every optimal solution lives
/// on the edges that cost exactly their two prices, so each earlier edge is tried in turn and brought in if a cycle of such edges allows it.
/// </summary>
internal sealed class CanonicalOptimum
{
    private readonly SparseProblem problem;
    private readonly SparseSolution solution;
    private readonly SparseFlow flow;
    private readonly bool[] decided;
    private readonly int[] cameBy;
    private readonly int[] seen;
    private readonly Queue<int> queue = new();
    private int round;

    private CanonicalOptimum(SparseProblem problem, SparseSolution solution)
    {
        (this.problem, this.solution) = (problem, solution);
        flow = new SparseFlow(problem);
        for (var edge = 0; edge < problem.Edges; edge++)
        {
            if (solution.Used[edge])
                flow.Use(edge);
        }

        decided = new bool[problem.Edges];
        cameBy = new int[Rows + problem.Columns + 2];
        seen = new int[cameBy.Length];
    }

    // Nodes: rows, columns, then the hub all unused places of rows share and the hub of those of columns.
    private int Rows => problem.Rows;

    private int RowHub => problem.Rows + problem.Columns;

    private int ColumnHub => RowHub + 1;

    public static SparseSolution Of(SparseProblem problem, SparseSolution solution)
    {
        var search = new CanonicalOptimum(problem, solution);
        for (var row = 0; row < problem.Rows; row++)
            search.Settle(row);
        return solution with { Used = search.flow.Used };
    }

    private void Settle(int row)
    {
        round++;
        var (from, to) = (problem.RowStart[row], problem.RowStart[row + 1]);
        var hasOpenPlace = solution.RowPrice[row] == 0 && flow.RowRoom[row] > 0;
        var toDecide = problem.RowCapacity[row] - flow.RowRoom[row];
        for (var edge = from; edge < to; edge++)
        {
            // With every place decided nothing can lead back to the row any more.
            if (toDecide == 0 && !hasOpenPlace)
            {
                decided.AsSpan(edge..to).Fill(true);
                return;
            }

            // A search that fails leaves its nodes marked: none of them leads back to this row, for the row's later edges either.
            if (!flow.Used[edge] && IsTight(row, edge) && LeadsBack(row, edge))
            {
                round++;
                hasOpenPlace = solution.RowPrice[row] == 0 && flow.RowRoom[row] > 0;
                toDecide = UndecidedIn(row, edge);
            }

            if (flow.Used[edge])
                toDecide--;
            decided[edge] = true;
        }
    }

    private int UndecidedIn(int row, int from)
    {
        var count = 0;
        for (var edge = from; edge < problem.RowStart[row + 1]; edge++)
            count += flow.Used[edge] ? 1 : 0;
        return count;
    }

    private bool IsTight(int row, int edge) =>
        problem.Cost[edge] == solution.RowPrice[row] + solution.ColumnPrice[problem.Column[edge]];

    /// <summary>Looks for a way from the edge's column back to the row; if there is one, brings the edge in along it.</summary>
    private bool LeadsBack(int row, int edge)
    {
        queue.Clear();
        decided[edge] = true;
        Reach(Rows + problem.Column[edge], edge);
        while (queue.TryDequeue(out var node))
        {
            if (node == row)
            {
                Turn(row, edge);
                return true;
            }

            Expand(node);
        }

        return false;
    }

    private void Reach(int node, int by)
    {
        if (seen[node] == round)
            return;
        seen[node] = round;
        cameBy[node] = by;
        queue.Enqueue(node);
    }

    private void Expand(int node)
    {
        if (node < Rows)
            FromRow(node);
        else if (node < RowHub)
            FromColumn(node - Rows);
        else if (node == RowHub)
            FromRowHub();
        else
            FromColumnHub();
    }

    private void FromRow(int row)
    {
        for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
        {
            if (!flow.Used[edge] && !decided[edge] && IsTight(row, edge))
                Reach(Rows + problem.Column[edge], edge);
        }

        // The row gives a place up to another row that has one to fill.
        if (solution.RowPrice[row] == 0 && flow.RowRoom[row] < problem.RowCapacity[row])
            Reach(RowHub, -1 - row);
    }

    private void FromColumn(int column)
    {
        for (var edge = flow.First(column); edge >= 0; edge = flow.After(edge))
        {
            if (!decided[edge] && IsTight(flow.RowOf[edge], edge))
                Reach(flow.RowOf[edge], edge);
        }

        if (solution.ColumnPrice[column] == 0 && flow.ColumnRoom[column] > 0)
            Reach(ColumnHub, -1 - column);
    }

    private void FromRowHub()
    {
        for (var row = 0; row < Rows; row++)
        {
            if (solution.RowPrice[row] == 0 && flow.RowRoom[row] > 0)
                Reach(row, -1);
        }
    }

    private void FromColumnHub()
    {
        for (var column = 0; column < problem.Columns; column++)
        {
            if (solution.ColumnPrice[column] == 0 && flow.ColumnRoom[column] < problem.ColumnCapacity[column])
                Reach(Rows + column, -1);
        }
    }

    private void Turn(int row, int edge)
    {
        for (var node = row; ;)
        {
            node = Back(node, edge, out var last);
            if (last)
                return;
        }
    }

    /// <summary>Changes the step by which a node was reached and goes to where it came from.</summary>
    private int Back(int node, int closing, out bool last)
    {
        var by = cameBy[node];
        last = by == closing;
        if (node >= RowHub)
            return node == RowHub ? -1 - by : Rows + (-1 - by);
        if (by < 0)
            return node < Rows ? RowHub : ColumnHub;
        if (node < Rows)
        {
            flow.Drop(by);
            return Rows + problem.Column[by];
        }

        flow.Use(by);
        return flow.RowOf[by];
    }
}
