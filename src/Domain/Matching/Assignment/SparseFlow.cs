namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>A matching in the making: the edges in use, per column as a linked list, and the room that is left.</summary>
internal sealed class SparseFlow
{
    private readonly SparseProblem _problem;
    private readonly int[] _head;
    private readonly int[] _next;

    public SparseFlow(SparseProblem problem)
    {
        _problem = problem;
        RowOf = problem.RowOfEdges();
        Used = new bool[problem.Edges];
        RowRoom = [.. problem.RowCapacity];
        ColumnRoom = [.. problem.ColumnCapacity];
        _head = new int[problem.Columns];
        _head.AsSpan().Fill(-1);
        _next = new int[problem.Edges];
    }

    public int[] RowOf { get; }

    public bool[] Used { get; }

    public int[] RowRoom { get; }

    public int[] ColumnRoom { get; }

    /// <summary>The first edge in use at a column, or -1.</summary>
    public int First(int column) => _head[column];

    /// <summary>The edge in use at the same column after this one, or -1.</summary>
    public int After(int edge) => _next[edge];

    public void Use(int edge)
    {
        var column = _problem.Column[edge];
        Used[edge] = true;
        RowRoom[RowOf[edge]]--;
        ColumnRoom[column]--;
        _next[edge] = _head[column];
        _head[column] = edge;
    }

    public void Drop(int edge)
    {
        var column = _problem.Column[edge];
        Used[edge] = false;
        RowRoom[RowOf[edge]]++;
        ColumnRoom[column]++;
        if (_head[column] == edge)
        {
            _head[column] = _next[edge];
            return;
        }

        var before = _head[column];
        while (_next[before] != edge)
        {
            before = _next[before];
        }

        _next[before] = _next[edge];
    }
}
