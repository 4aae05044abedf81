namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The tie-break: of all optimal solutions with as many edges, the one whose list of (row, column), sorted, comes first. Every optimal solution lives
/// on the edges that cost exactly their two prices, so each earlier edge is tried in turn and brought in if a cycle of such edges allows it.
/// </summary>
internal sealed class CanonicalOptimum
{
    private readonly SparseProblem problem;
    private readonly SparseFlow flow;
    private readonly TightEdges tight;
    private readonly CycleSearch cycles;

    private CanonicalOptimum(SparseProblem problem, SparseSolution solution)
    {
        this.problem = problem;
        flow = new SparseFlow(problem);
        for (var edge = 0; edge < problem.Edges; edge++)
        {
            if (solution.Used[edge])
                flow.Use(edge);
        }

        tight = new TightEdges(problem, solution, flow);
        cycles = new CycleSearch(tight);
    }

    public static SparseSolution Of(SparseProblem problem, SparseSolution solution)
    {
        var search = new CanonicalOptimum(problem, solution);
        for (var row = 0; row < problem.Rows; row++)
            search.Settle(row);
        return solution with { Used = search.flow.Used };
    }

    private void Settle(int row)
    {
        cycles.Begin(row);
        var (from, to) = (problem.RowStart[row], problem.RowStart[row + 1]);
        var toDecide = problem.RowCapacity[row] - flow.RowRoom[row];
        for (var edge = from; edge < to; edge++)
        {
            // With every place decided nothing can lead back to the row any more.
            if (toDecide == 0 && !tight.HasPlaceToFill(row))
            {
                tight.Decided.AsSpan(edge..to).Fill(true);
                return;
            }

            var wasDecided = tight.Decided[edge];
            tight.Decided[edge] = true;
            if (flow.Used[edge])
            {
                toDecide--;
                cycles.Begin(row);
            }
            else if (!wasDecided && cycles.BringIn(row, edge))
            {
                toDecide = UndecidedIn(row, edge + 1);
                cycles.Begin(row);
            }
        }
    }

    private int UndecidedIn(int row, int from)
    {
        var count = 0;
        for (var edge = from; edge < problem.RowStart[row + 1]; edge++)
            count += flow.Used[edge] ? 1 : 0;
        return count;
    }
}
