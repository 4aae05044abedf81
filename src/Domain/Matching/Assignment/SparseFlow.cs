namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>A matching in the making: the edges in use, per column as a linked list, and the room that is left.</summary>
internal sealed class SparseFlow
{
    private readonly SparseProblem problem;
    private readonly int[] head;
    private readonly int[] next;

    public SparseFlow(SparseProblem problem)
    {
        this.problem = problem;
        RowOf = problem.RowOfEdges();
        Used = new bool[problem.Edges];
        RowRoom = [.. problem.RowCapacity];
        ColumnRoom = [.. problem.ColumnCapacity];
        head = new int[problem.Columns];
        head.AsSpan().Fill(-1);
        next = new int[problem.Edges];
    }

    public int[] RowOf { get; }

    public bool[] Used { get; }

    public int[] RowRoom { get; }

    public int[] ColumnRoom { get; }

    /// <summary>The first edge in use at a column, or -1.</summary>
    public int First(int column) => head[column];

    /// <summary>The edge in use at the same column after this one, or -1.</summary>
    public int After(int edge) => next[edge];

    public void Use(int edge)
    {
        var column = problem.Column[edge];
        Used[edge] = true;
        RowRoom[RowOf[edge]]--;
        ColumnRoom[column]--;
        next[edge] = head[column];
        head[column] = edge;
    }

    public void Drop(int edge)
    {
        var column = problem.Column[edge];
        Used[edge] = false;
        RowRoom[RowOf[edge]]++;
        ColumnRoom[column]++;
        if (head[column] == edge)
        {
            head[column] = next[edge];
            return;
        }

        var before = head[column];
        while (next[before] != edge)
            before = next[before];
        next[before] = next[edge];
    }
}
