namespace ReverseMentoring.Domain.Matching.Assignment;

// Over 200 lines because one search, whose arrays belong together.
/// <summary>
/// Finds a shortest augmenting path from a row by Dijkstra on reduced costs, uses it and keeps the prices feasible. A path ends at a column
/// with room
/// or at a row that gives up a place.
/// </summary>
internal sealed class ShortestPaths
{
    private const long Far = long.MaxValue;

    private readonly SparseProblem _problem;
    private readonly SparseFlow _flow;
    private readonly Prices _prices;
    private readonly long[] _distance;
    private readonly int[] _cameBy;
    private readonly bool[] _done;
    private readonly MinHeap _heap = new();
    private readonly Stack<int> _atOnce = new();
    private readonly List<int> _touched = [];
    private long _best;
    private int _end;

    /// <summary>Nodes are the rows, then the columns.</summary>
    public ShortestPaths(SparseProblem problem, SparseFlow flow, Prices prices)
    {
        (_problem, _flow, _prices) = (problem, flow, prices);
        var nodes = problem.Rows + problem.Columns;
        _distance = new long[nodes];
        _distance.AsSpan().Fill(Far);
        _cameBy = new int[nodes];
        _done = new bool[nodes];
    }

    /// <summary>Gives the row one more place, or settles that it should stay out: then false.</summary>
    public bool Augment(int source)
    {
        (_best, _end) = (Far, -1);
        Reach(source, 0, -1, 0);
        while (TryTake(out var node) && _distance[node] < _best)
        {
            _done[node] = true;
            if (node < _problem.Rows)
            {
                ScanRow(node);
            }
            else
            {
                ScanColumn(node - _problem.Rows);
            }
        }

        UpdatePrices();
        UsePath(source);
        Forget();
        return _end != source;
    }

    private bool TryTake(out int node)
    {
        while (_atOnce.TryPop(out node))
        {
            if (!_done[node])
            {
                return true;
            }
        }

        while (!_heap.IsEmpty)
        {
            (var key, node) = _heap.Take();
            if (!_done[node] && key == _distance[node])
            {
                return true;
            }
        }

        return false;
    }

    private void Reach(int node, long length, int edge, long now)
    {
        if (length >= _distance[node])
        {
            return;
        }

        if (_distance[node] == Far)
        {
            _touched.Add(node);
        }

        _distance[node] = length;
        _cameBy[node] = edge;
        if (length == now)
        {
            _atOnce.Push(node);
        }
        else
        {
            _heap.Add(length, node);
        }
    }

    private void ScanRow(int row)
    {
        var length = _distance[row];
        if (length - _prices.Row[row] < _best)
        {
            (_best, _end) = (length - _prices.Row[row], row);
        }

        var (from, count) = (_problem.RowStart[row], _problem.RowStart[row + 1] - _problem.RowStart[row]);
        var costs = _problem.Cost.AsSpan(from, count);
        var columns = _problem.Column.AsSpan(from, count);
        var columnPrices = _prices.Column.AsSpan();
        var distances = _distance.AsSpan(_problem.Rows, columnPrices.Length);
        var toHere = length - _prices.Row[row];
        for (var i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            var there = toHere + costs[i] - columnPrices[column];
            if (there < distances[column] && there < _best && !_flow.Used[from + i])
            {
                Approach(column, there, from + i, length);
            }
        }
    }

    private void Approach(int column, long there, int edge, long now)
    {
        if (_flow.ColumnRoom[column] > 0)
        {
            (_best, _end) = (there, _problem.Rows + column);
            _cameBy[_end] = edge;
        }
        else
        {
            Reach(_problem.Rows + column, there, edge, now);
        }
    }

    private void ScanColumn(int column)
    {
        var length = _distance[_problem.Rows + column];
        for (var edge = _flow.First(column); edge >= 0; edge = _flow.After(edge))
        {
            var row = _flow.RowOf[edge];
            Reach(row, length - _prices.Reduced(_problem, row, edge), edge, length);
        }
    }

    private void UpdatePrices()
    {
        foreach (var node in _touched)
        {
            if (!_done[node])
            {
                continue;
            }

            if (node < _problem.Rows)
            {
                _prices.Row[node] += _best - _distance[node];
            }
            else
            {
                _prices.Column[node - _problem.Rows] -= _best - _distance[node];
            }
        }
    }

    private void UsePath(int source)
    {
        for (var node = _end; node != source;)
        {
            var edge = _cameBy[node];
            if (node >= _problem.Rows)
            {
                _flow.Use(edge);
                node = _flow.RowOf[edge];
            }
            else
            {
                _flow.Drop(edge);
                node = _problem.Rows + _problem.Column[edge];
            }
        }
    }

    private void Forget()
    {
        foreach (var node in _touched)
        {
            _distance[node] = Far;
            _done[node] = false;
        }

        _touched.Clear();
        _heap.Clear();
        _atOnce.Clear();
    }
}
