namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// The tie-break: of all optimal solutions with as many edges, the one whose list of (row, column), sorted, comes first. Every optimal
/// solution lives
/// on the edges that cost exactly their two prices, so each earlier edge is tried in turn and brought in if a cycle of such edges allows
/// it.
/// </summary>
internal sealed class CanonicalOptimum
{
    private readonly SparseProblem _problem;
    private readonly SparseFlow _flow;
    private readonly TightEdges _tight;
    private readonly CycleSearch _cycles;

    private CanonicalOptimum(SparseProblem problem, SparseSolution solution)
    {
        _problem = problem;
        _flow = new SparseFlow(problem);
        for (var edge = 0; edge < problem.Edges; edge++)
        {
            if (solution.Used[edge])
            {
                _flow.Use(edge);
            }
        }

        _tight = new TightEdges(problem, solution, _flow);
        _cycles = new CycleSearch(_tight);
    }

    public static SparseSolution Of(SparseProblem problem, SparseSolution solution)
    {
        var search = new CanonicalOptimum(problem, solution);
        for (var row = 0; row < problem.Rows; row++)
        {
            search.Settle(row);
        }

        return solution with { Used = search._flow.Used };
    }

    private void Settle(int row)
    {
        _cycles.Begin(row);
        var (from, to) = (_problem.RowStart[row], _problem.RowStart[row + 1]);
        var toDecide = _problem.RowCapacity[row] - _flow.RowRoom[row];
        for (var edge = from; edge < to; edge++)
        {
            // With every place decided nothing can lead back to the row any more.
            if (toDecide == 0 && !_tight.HasPlaceToFill(row))
            {
                _tight.Decided.AsSpan(edge..to).Fill(true);
                return;
            }

            var wasDecided = _tight.Decided[edge];
            _tight.Decided[edge] = true;
            if (_flow.Used[edge])
            {
                toDecide--;
                _cycles.Begin(row);
            }
            else if (!wasDecided && _cycles.BringIn(row, edge))
            {
                toDecide = UndecidedIn(row, edge + 1);
                _cycles.Begin(row);
            }
        }
    }

    private int UndecidedIn(int row, int from)
    {
        var count = 0;
        for (var edge = from; edge < _problem.RowStart[row + 1]; edge++)
        {
            count += _flow.Used[edge] ? 1 : 0;
        }

        return count;
    }
}
