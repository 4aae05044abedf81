namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The graph on which optimal solutions differ. An unused edge that costs exactly its prices leads from its row to its column, a used one
/// back; rows
/// and columns without a price pass places on through two hubs. A decided edge is no longer part of it.
/// </summary>
internal sealed class TightEdges
{
    private readonly SparseProblem _problem;
    private readonly SparseSolution _solution;
    private readonly SparseFlow _flow;
    private readonly int[] _columnStart;
    private readonly int[] _edgesByColumn;

    /// <summary>
    /// By column: where in <see cref="_edgesByColumn"/> the first edge is that is not decided. Rows are settled in order, so what is before
    /// it stays decided.
    /// </summary>
    private readonly int[] _undecidedFrom;

    public TightEdges(SparseProblem problem, SparseSolution solution, SparseFlow flow)
    {
        (_problem, _solution, _flow) = (problem, solution, flow);
        Decided = new bool[problem.Edges];
        _columnStart = new int[problem.Columns + 1];
        for (var edge = 0; edge < problem.Edges; edge++)
        {
            Decided[edge] = problem.Cost[edge] != solution.RowPrice[flow.RowOf[edge]] + solution.ColumnPrice[problem.Column[edge]];
            _columnStart[problem.Column[edge] + 1] += Decided[edge] ? 0 : 1;
        }

        for (var column = 0; column < problem.Columns; column++)
        {
            _columnStart[column + 1] += _columnStart[column];
        }

        _edgesByColumn = new int[_columnStart[^1]];
        _undecidedFrom = _columnStart.AsSpan().ToArray();
        for (var edge = 0; edge < problem.Edges; edge++)
        {
            if (!Decided[edge])
            {
                _edgesByColumn[_undecidedFrom[problem.Column[edge]]++] = edge;
            }
        }

        _undecidedFrom = _columnStart.AsSpan().ToArray();
    }

    /// <summary>Also those that do not cost exactly their prices, and so stay as they are.</summary>
    public bool[] Decided { get; }

    // Nodes: rows, columns, then the hub all unused places of rows share and the hub of those of columns.
    public int Nodes => RowHub + 2;

    private int RowHub => _problem.Rows + _problem.Columns;

    private int ColumnHub => RowHub + 1;

    public bool HasPlaceToFill(int row) => _solution.RowPrice[row] == 0 && _flow.RowRoom[row] > 0;

    public int ColumnNode(int edge) => _problem.Rows + _problem.Column[edge];

    /// <summary>Calls <paramref name="reach"/> with every node to which one step leads, and the edge of that step or -1.</summary>
    public void Forward(int node, Action<int, int> reach)
    {
        if (node < _problem.Rows)
        {
            for (var edge = _problem.RowStart[node]; edge < _problem.RowStart[node + 1]; edge++)
            {
                if (!_flow.Used[edge] && !Decided[edge])
                {
                    reach(ColumnNode(edge), edge);
                }
            }

            // The row gives a place up to another row that has one to fill.
            if (HasPlaceToGive(node))
            {
                reach(RowHub, -1);
            }
        }
        else if (node < RowHub)
        {
            for (var edge = _flow.First(node - _problem.Rows); edge >= 0; edge = _flow.After(edge))
            {
                if (!Decided[edge])
                {
                    reach(_flow.RowOf[edge], edge);
                }
            }

            if (TakesOneMore(node - _problem.Rows))
            {
                reach(ColumnHub, -1);
            }
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
        if (node < _problem.Rows)
        {
            for (var edge = _problem.RowStart[node]; edge < _problem.RowStart[node + 1]; edge++)
            {
                if (_flow.Used[edge] && !Decided[edge])
                {
                    reach(ColumnNode(edge), edge);
                }
            }

            if (HasPlaceToFill(node))
            {
                reach(RowHub, -1);
            }
        }
        else if (node < RowHub)
        {
            var column = node - _problem.Rows;
            ref var first = ref _undecidedFrom[column];
            var end = _columnStart[column + 1];
            while (first < end && Decided[_edgesByColumn[first]])
            {
                first++;
            }

            foreach (var edge in _edgesByColumn.AsSpan(first..end))
            {
                if (!_flow.Used[edge] && !Decided[edge])
                {
                    reach(_flow.RowOf[edge], edge);
                }
            }

            if (GivesOneUp(column))
            {
                reach(ColumnHub, -1);
            }
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
        if (_flow.Used[edge])
        {
            _flow.Drop(edge);
        }
        else
        {
            _flow.Use(edge);
        }
    }

    private bool HasPlaceToGive(int row) => _solution.RowPrice[row] == 0 && _flow.RowRoom[row] < _problem.RowCapacity[row];

    private bool TakesOneMore(int column) => _solution.ColumnPrice[column] == 0 && _flow.ColumnRoom[column] > 0;

    private bool GivesOneUp(int column) => _solution.ColumnPrice[column] == 0 && _flow.ColumnRoom[column] < _problem.ColumnCapacity[column];

    private void Rows(Func<int, bool> which, Action<int, int> reach)
    {
        for (var row = 0; row < _problem.Rows; row++)
        {
            if (which(row))
            {
                reach(row, -1);
            }
        }
    }

    private void Columns(Func<int, bool> which, Action<int, int> reach)
    {
        for (var column = 0; column < _problem.Columns; column++)
        {
            if (which(column))
            {
                reach(_problem.Rows + column, -1);
            }
        }
    }
}
