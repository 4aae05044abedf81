namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The graph on which optimal solutions differ. An unused edge that costs exactly its prices leads from its row to its column, a used one back; rows
/// and columns without a price pass places on through two hubs. A decided edge is no longer part of it.
/// </summary>
internal sealed class TightEdges
{
    private readonly SparseProblem problem;
    private readonly SparseSolution solution;
    private readonly SparseFlow flow;
    private readonly int[] columnStart;
    private readonly int[] edgesByColumn;

    /// <summary>By column: where in <see cref="edgesByColumn"/> the first edge is that is not decided. Rows are settled in order, so what is before it stays decided.</summary>
    private readonly int[] undecidedFrom;

    public TightEdges(SparseProblem problem, SparseSolution solution, SparseFlow flow)
    {
        (this.problem, this.solution, this.flow) = (problem, solution, flow);
        Decided = new bool[problem.Edges];
        columnStart = new int[problem.Columns + 1];
        for (var edge = 0; edge < problem.Edges; edge++)
        {
            Decided[edge] = problem.Cost[edge] != solution.RowPrice[flow.RowOf[edge]] + solution.ColumnPrice[problem.Column[edge]];
            columnStart[problem.Column[edge] + 1] += Decided[edge] ? 0 : 1;
        }

        for (var column = 0; column < problem.Columns; column++)
            columnStart[column + 1] += columnStart[column];
        edgesByColumn = new int[columnStart[^1]];
        undecidedFrom = columnStart.AsSpan().ToArray();
        for (var edge = 0; edge < problem.Edges; edge++)
        {
            if (!Decided[edge])
                edgesByColumn[undecidedFrom[problem.Column[edge]]++] = edge;
        }

        undecidedFrom = columnStart.AsSpan().ToArray();
    }

    /// <summary>Also those that do not cost exactly their prices, and so stay as they are.</summary>
    public bool[] Decided { get; }

    // Nodes: rows, columns, then the hub all unused places of rows share and the hub of those of columns.
    public int Nodes => RowHub + 2;

    private int RowHub => problem.Rows + problem.Columns;

    private int ColumnHub => RowHub + 1;

    public bool HasPlaceToFill(int row) => solution.RowPrice[row] == 0 && flow.RowRoom[row] > 0;

    public int ColumnNode(int edge) => problem.Rows + problem.Column[edge];

    /// <summary>Calls <paramref name="reach"/> with every node to which one step leads, and the edge of that step or -1.</summary>
    public void Forward(int node, Action<int, int> reach)
    {
        if (node < problem.Rows)
        {
            for (var edge = problem.RowStart[node]; edge < problem.RowStart[node + 1]; edge++)
            {
                if (!flow.Used[edge] && !Decided[edge])
                    reach(ColumnNode(edge), edge);
            }

            // The row gives a place up to another row that has one to fill.
            if (HasPlaceToGive(node))
                reach(RowHub, -1);
        }
        else if (node < RowHub)
        {
            for (var edge = flow.First(node - problem.Rows); edge >= 0; edge = flow.After(edge))
            {
                if (!Decided[edge])
                    reach(flow.RowOf[edge], edge);
            }

            if (TakesOneMore(node - problem.Rows))
                reach(ColumnHub, -1);
        }
        else if (node == RowHub)
        {
            Rows(HasPlaceToFill, reach);
        }
        else
        {
            Columns(GivesOneUp, reach);
        }
    }

    /// <summary>The same steps seen from where they lead to.</summary>
    public void Backward(int node, Action<int, int> reach)
    {
        if (node < problem.Rows)
        {
            for (var edge = problem.RowStart[node]; edge < problem.RowStart[node + 1]; edge++)
            {
                if (flow.Used[edge] && !Decided[edge])
                    reach(ColumnNode(edge), edge);
            }

            if (HasPlaceToFill(node))
                reach(RowHub, -1);
        }
        else if (node < RowHub)
        {
            var column = node - problem.Rows;
            ref var first = ref undecidedFrom[column];
            var end = columnStart[column + 1];
            while (first < end && Decided[edgesByColumn[first]])
                first++;
            foreach (var edge in edgesByColumn.AsSpan(first..end))
            {
                if (!flow.Used[edge] && !Decided[edge])
                    reach(flow.RowOf[edge], edge);
            }

            if (GivesOneUp(column))
                reach(ColumnHub, -1);
        }
        else if (node == RowHub)
        {
            Rows(HasPlaceToGive, reach);
        }
        else
        {
            Columns(TakesOneMore, reach);
        }
    }

    /// <summary>Uses an edge that was not used, and the other way round.</summary>
    public void Flip(int edge)
    {
        if (flow.Used[edge])
            flow.Drop(edge);
        else
            flow.Use(edge);
    }

    private bool HasPlaceToGive(int row) => solution.RowPrice[row] == 0 && flow.RowRoom[row] < problem.RowCapacity[row];

    private bool TakesOneMore(int column) => solution.ColumnPrice[column] == 0 && flow.ColumnRoom[column] > 0;

    private bool GivesOneUp(int column) => solution.ColumnPrice[column] == 0 && flow.ColumnRoom[column] < problem.ColumnCapacity[column];

    private void Rows(Func<int, bool> which, Action<int, int> reach)
    {
        for (var row = 0; row < problem.Rows; row++)
        {
            if (which(row))
                reach(row, -1);
        }
    }

    private void Columns(Func<int, bool> which, Action<int, int> reach)
    {
        for (var column = 0; column < problem.Columns; column++)
        {
            if (which(column))
                reach(problem.Rows + column, -1);
        }
    }
}
