namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The least-cost matching of 1, 2, 3… edges in turn: each step adds the shortest augmenting path from any row with room (successive
/// shortest paths,
/// Dijkstra on reduced costs). For fixed sizes; <see cref="SparseAssignment"/> is faster when the size is free.
/// </summary>
internal sealed class GrowingMatching
{
    private readonly SparseProblem _problem;
    private readonly SparseFlow _flow;
    private readonly Prices _prices;
    private readonly long[] _distance;
    private readonly int[] _cameBy;
    private readonly bool[] _done;
    private readonly MinHeap _heap = new();

    // Minus the length of the last path: the price at which one more place is had.
    private long _source;

    public GrowingMatching(SparseProblem problem)
    {
        _problem = problem;
        _flow = new SparseFlow(problem);
        _prices = new Prices(new long[problem.Rows], new long[problem.Columns]);
        for (var row = 0; row < problem.Rows; row++)
        {
            for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
            {
                _prices.Row[row] = Math.Min(_prices.Row[row], problem.Cost[edge]);
            }

            _source = Math.Max(_source, -_prices.Row[row]);
        }

        _distance = new long[problem.Rows + problem.Columns];
        _cameBy = new int[_distance.Length];
        _done = new bool[_distance.Length];
    }

    public int Size { get; private set; }

    public bool IsUsed(int edge) => _flow.Used[edge];

    /// <summary>One more edge at the least cost for that size, or false when there is none.</summary>
    public bool Grow()
    {
        _distance.AsSpan().Fill(long.MaxValue);
        _done.AsSpan().Clear();
        _heap.Clear();
        for (var row = 0; row < _problem.Rows; row++)
        {
            if (_flow.RowRoom[row] > 0 && _problem.RowStart[row] < _problem.RowStart[row + 1])
            {
                Reach(row, _source + _prices.Row[row], -1);
            }
        }

        var (end, length) = Search();
        if (end < 0)
        {
            return false;
        }

        UpdatePrices(length);
        for (var node = end; _cameBy[node] >= 0;)
        {
            node = Turn(node);
        }

        Size++;
        return true;
    }

    /// <summary>
    /// The matching as an optimum of the problem in which every edge costs <paramref name="worth"/> less, with its prices.
    /// </summary>
    public SparseSolution AtWorth(out long worth)
    {
        worth = -_source;
        return new SparseSolution([.. _flow.Used], [.. _prices.Row.Select(p => Math.Min(0, p + _source))], [.. _prices.Column]);
    }

    private void Reach(int node, long length, int edge)
    {
        if (length >= _distance[node])
        {
            return;
        }

        (_distance[node], _cameBy[node]) = (length, edge);
        _heap.Add(length, node);
    }

    private (int End, long Length) Search()
    {
        while (!_heap.IsEmpty)
        {
            var (length, node) = _heap.Take();
            if (_done[node])
            {
                continue;
            }
            // An open column's price is still 0, so the nearest one ends the shortest path.
            if (node >= _problem.Rows && _flow.ColumnRoom[node - _problem.Rows] > 0)
            {
                return (node, length);
            }

            _done[node] = true;
            if (node < _problem.Rows)
            {
                FromRow(node, length);
            }
            else
            {
                FromColumn(node - _problem.Rows, length);
            }
        }

        return (-1, 0);
    }

    private void FromRow(int row, long length)
    {
        for (var edge = _problem.RowStart[row]; edge < _problem.RowStart[row + 1]; edge++)
        {
            if (!_flow.Used[edge])
            {
                Reach(_problem.Rows + _problem.Column[edge], length + _prices.Reduced(_problem, row, edge), edge);
            }
        }
    }

    private void FromColumn(int column, long length)
    {
        for (var edge = _flow.First(column); edge >= 0; edge = _flow.After(edge))
        {
            Reach(_flow.RowOf[edge], length - _prices.Reduced(_problem, _flow.RowOf[edge], edge), edge);
        }
    }

    private void UpdatePrices(long length)
    {
        for (var node = 0; node < _distance.Length; node++)
        {
            if (!_done[node])
            {
                continue;
            }

            if (node < _problem.Rows)
            {
                _prices.Row[node] += length - _distance[node];
            }
            else
            {
                _prices.Column[node - _problem.Rows] -= length - _distance[node];
            }
        }

        _source -= length;
    }

    private int Turn(int node)
    {
        var edge = _cameBy[node];
        if (node >= _problem.Rows)
        {
            _flow.Use(edge);
            return _flow.RowOf[edge];
        }

        _flow.Drop(edge);
        return _problem.Rows + _problem.Column[edge];
    }
}
