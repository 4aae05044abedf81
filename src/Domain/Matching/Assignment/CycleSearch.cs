namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Looks for a way from an edge's column back to its row, from both ends at once: where most scores are equal the two meet after a few
/// hundred nodes,
/// while one search alone would see half of the graph for every edge.
/// </summary>
internal sealed class CycleSearch
{
    private readonly TightEdges _graph;
    private readonly Side _ahead;
    private readonly Side _behind;
    private int _meeting;

    public CycleSearch(TightEdges graph)
    {
        _graph = graph;
        _ahead = new Side(graph.Nodes);
        _behind = new Side(graph.Nodes);
        _ahead.Reached = (node, by) => Reach(_ahead, _behind, node, by);
        _behind.Reached = (node, by) => Reach(_behind, _ahead, node, by);
    }

    /// <summary>Forgets what was seen: another row's turn, or the graph has changed.</summary>
    public void Begin(int row)
    {
        _meeting = -1;
        _ahead.Clear();
        _behind.Clear();
        _behind.Mark(row, row, -1);
    }

    /// <summary>Brings an unused, decided edge of the row in along a cycle, if there is one.</summary>
    /// <remarks>What a search that failed has seen ahead stays marked: none of it leads back to the row, for the row's later edges
    /// either.</remarks>
    public bool BringIn(int row, int edge)
    {
        var start = _graph.ColumnNode(edge);
        _ahead.From = start;
        Reach(_ahead, _behind, start, edge);
        while (_meeting < 0)
        {
            var smaller = _ahead.Waiting <= _behind.Waiting ? _ahead : _behind;
            if (!smaller.TryTake(out var node))
            {
                return false;
            }

            smaller.From = node;
            if (smaller == _ahead)
            {
                _graph.Forward(node, _ahead.Reached);
            }
            else
            {
                _graph.Backward(node, _behind.Reached);
            }
        }

        Turn(row, start, edge);
        return true;
    }

    private void Reach(Side side, Side other, int node, int by)
    {
        if (_meeting >= 0 || side.Has(node))
        {
            return;
        }

        side.Mark(node, side.From, by);
        if (other.Has(node))
        {
            _meeting = node;
        }
    }

    private void Turn(int row, int start, int edge)
    {
        for (var node = _meeting; node != start; node = _ahead.Came(node))
        {
            Flip(_ahead.By(node));
        }

        for (var node = _meeting; node != row; node = _behind.Came(node))
        {
            Flip(_behind.By(node));
        }

        _graph.Flip(edge);
    }

    private void Flip(int edge)
    {
        if (edge >= 0)
        {
            _graph.Flip(edge);
        }
    }

    /// <summary>One end's search: what it has seen, and by which step.</summary>
    private sealed class Side(int nodes)
    {
        private readonly int[] _seen = new int[nodes];
        private readonly int[] _came = new int[nodes];
        private readonly int[] _by = new int[nodes];
        private readonly Queue<int> _queue = new();
        private int _round = 1;

        /// <summary>The node whose steps are being looked at.</summary>
        public int From { get; set; }

        public Action<int, int> Reached { get; set; } = (_, _) => { };

        public int Waiting => _queue.Count;

        public void Clear()
        {
            _round++;
            _queue.Clear();
        }

        public bool Has(int node) => _seen[node] == _round;

        public int Came(int node) => _came[node];

        public int By(int node) => _by[node];

        public void Mark(int node, int cameFrom, int edge)
        {
            (_seen[node], _came[node], _by[node]) = (_round, cameFrom, edge);
            _queue.Enqueue(node);
        }

        public bool TryTake(out int node) => _queue.TryDequeue(out node);
    }
}
