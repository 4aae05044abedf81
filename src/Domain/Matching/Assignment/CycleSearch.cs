namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Looks for a way from an edge's column back to its row, from both ends at once: where most scores are equal the two meet after a few hundred nodes,
/// while one search alone would see half of the graph for every edge.
/// </summary>
internal sealed class CycleSearch
{
    private readonly TightEdges graph;
    private readonly Side ahead;
    private readonly Side behind;
    private int meeting;

    public CycleSearch(TightEdges graph)
    {
        this.graph = graph;
        ahead = new Side(graph.Nodes);
        behind = new Side(graph.Nodes);
        ahead.Reached = (node, by) => Reach(ahead, behind, node, by);
        behind.Reached = (node, by) => Reach(behind, ahead, node, by);
    }

    /// <summary>Forgets what was seen: another row's turn, or the graph has changed.</summary>
    public void Begin(int row)
    {
        meeting = -1;
        ahead.Clear();
        behind.Clear();
        behind.Mark(row, row, -1);
    }

    /// <summary>Brings an unused, decided edge of the row in along a cycle, if there is one.</summary>
    /// <remarks>What a search that failed has seen ahead stays marked: none of it leads back to the row, for the row's later edges either.</remarks>
    public bool BringIn(int row, int edge)
    {
        var start = graph.ColumnNode(edge);
        ahead.From = start;
        Reach(ahead, behind, start, edge);
        while (meeting < 0)
        {
            var smaller = ahead.Waiting <= behind.Waiting ? ahead : behind;
            if (!smaller.TryTake(out var node))
                return false;
            smaller.From = node;
            if (smaller == ahead)
                graph.Forward(node, ahead.Reached);
            else
                graph.Backward(node, behind.Reached);
        }

        Turn(row, start, edge);
        return true;
    }

    private void Reach(Side side, Side other, int node, int by)
    {
        if (meeting >= 0 || side.Has(node))
            return;
        side.Mark(node, side.From, by);
        if (other.Has(node))
            meeting = node;
    }

    private void Turn(int row, int start, int edge)
    {
        for (var node = meeting; node != start; node = ahead.Came(node))
            Flip(ahead.By(node));
        for (var node = meeting; node != row; node = behind.Came(node))
            Flip(behind.By(node));
        graph.Flip(edge);
    }

    private void Flip(int edge)
    {
        if (edge >= 0)
            graph.Flip(edge);
    }

    /// <summary>One end's search: what it has seen, and by which step.</summary>
    private sealed class Side(int nodes)
    {
        private readonly int[] seen = new int[nodes];
        private readonly int[] came = new int[nodes];
        private readonly int[] by = new int[nodes];
        private readonly Queue<int> queue = new();
        private int round = 1;

        /// <summary>The node whose steps are being looked at.</summary>
        public int From { get; set; }

        public Action<int, int> Reached { get; set; } = (_, _) => { };

        public int Waiting => queue.Count;

        public void Clear()
        {
            round++;
            queue.Clear();
        }

        public bool Has(int node) => seen[node] == round;

        public int Came(int node) => came[node];

        public int By(int node) => by[node];

        public void Mark(int node, int cameFrom, int edge)
        {
            (seen[node], came[node], by[node]) = (round, cameFrom, edge);
            queue.Enqueue(node);
        }

        public bool TryTake(out int node) => queue.TryDequeue(out node);
    }
}
