namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The most edges that can be used at once, costs aside: shortest augmenting paths, as many as possible at a time (Hopcroft &amp; Karp
/// 1973), with
/// capacities.
/// </summary>
internal sealed class MostEdges
{
    private readonly SparseProblem _problem;
    private readonly SparseFlow _flow;
    private readonly int[] _level;
    private readonly int[] _nextEdge;
    private readonly int[] _queue;

    private MostEdges(SparseProblem problem)
    {
        _problem = problem;
        _flow = new SparseFlow(problem);
        _level = new int[problem.Rows];
        _nextEdge = new int[problem.Rows];
        _queue = new int[problem.Rows];
    }

    /// <param name="start">Edges to begin with, within the capacities: the fewer are missing, the sooner it is done.</param>
    public static bool[] Use(SparseProblem problem, IEnumerable<int> start)
    {
        var search = new MostEdges(problem);
        foreach (var edge in start)
        {
            search._flow.Use(edge);
        }

        while (search.Layer())
        {
            search.Augment();
        }

        return search._flow.Used;
    }

    /// <summary>Numbers rows by their distance from rows with room; false when no column with room can be reached.</summary>
    private bool Layer()
    {
        _level.AsSpan().Fill(-1);
        var (count, found) = (0, false);
        for (var row = 0; row < _problem.Rows; row++)
        {
            _nextEdge[row] = _problem.RowStart[row];
            if (_flow.RowRoom[row] <= 0)
            {
                continue;
            }

            _level[row] = 0;
            _queue[count++] = row;
        }

        var last = int.MaxValue;
        for (var at = 0; at < count && _level[_queue[at]] < last; at++)
        {
            var row = _queue[at];
            for (var edge = _problem.RowStart[row]; edge < _problem.RowStart[row + 1]; edge++)
            {
                if (_flow.Used[edge])
                {
                    continue;
                }

                var column = _problem.Column[edge];
                if (_flow.ColumnRoom[column] > 0)
                {
                    (found, last) = (true, _level[row]);
                    break;
                }

                for (var used = _flow.First(column); used >= 0; used = _flow.After(used))
                {
                    if (_level[_flow.RowOf[used]] >= 0)
                    {
                        continue;
                    }

                    _level[_flow.RowOf[used]] = _level[row] + 1;
                    _queue[count++] = _flow.RowOf[used];
                }
            }
        }

        return found;
    }

    private void Augment()
    {
        var path = new Stack<(int Row, int Edge, int Dropped)>();
        for (var row = 0; row < _problem.Rows; row++)
        {
            while (_flow.RowRoom[row] > 0 && _nextEdge[row] < _problem.RowStart[row + 1] && Walk(row, path))
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
            if (_nextEdge[row] == _problem.RowStart[row + 1])
            {
                if (path.Count == 0)
                {
                    return false;
                }

                row = path.Pop().Row;
                continue;
            }

            var edge = _nextEdge[row];
            var column = _problem.Column[edge];
            if (!_flow.Used[edge] && _flow.ColumnRoom[column] > 0)
            {
                _flow.Use(edge);
                foreach (var step in path)
                {
                    _flow.Drop(step.Dropped);
                    _flow.Use(step.Edge);
                }

                return true;
            }

            // The edge stays the row's next one: when the row below turns out a dead end, another in the same column may not be.
            var below = _flow.Used[edge] ? -1 : Below(row, column);
            if (below < 0)
            {
                _nextEdge[row]++;
                continue;
            }

            path.Push((row, edge, below));
            row = _flow.RowOf[below];
        }
    }

    /// <summary>An edge in use at a full column by which a row one layer further, not yet a dead end, could make room; or -1.</summary>
    private int Below(int row, int column)
    {
        var used = _flow.First(column);
        while (used >= 0
            && (_level[_flow.RowOf[used]] != _level[row] + 1 || _nextEdge[_flow.RowOf[used]] == _problem.RowStart[_flow.RowOf[used] + 1]))
        {
            used = _flow.After(used);
        }

        return used;
    }
}
