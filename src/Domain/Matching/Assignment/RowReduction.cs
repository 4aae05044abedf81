namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Augmenting row reduction (Jonker &amp; Volgenant 1987): an open row takes its best column and lowers that column's price to where its
/// second best
/// becomes as good; whoever sat there is open again. For capacities of one.
/// </summary>
internal static class RowReduction
{
    private const int Passes = 2;
    private const int StepsPerRow = 40;

    public static List<int> Run(SparseProblem problem, SparseFlow flow, Prices prices, List<int> open)
    {
        for (var pass = 0; pass < Passes && open.Count > 0; pass++)
        {
            open = Pass(problem, flow, prices, open);
        }

        return open;
    }

    private static List<int> Pass(SparseProblem problem, SparseFlow flow, Prices prices, List<int> open)
    {
        var later = new List<int>();
        foreach (var first in open)
        {
            // A chain of displacements ends at a free column, at a row that stays out, or at a tie, which waits for the next pass. The
            // limit is
            // there because two rows can outbid each other by 1 for a very long time.
            var row = first;
            var steps = StepsPerRow;
            while (row >= 0 && steps-- > 0)
            {
                row = Place(problem, flow, prices, row, later);
            }

            if (row >= 0)
            {
                later.Add(row);
            }
        }

        return later;
    }

    private static int Place(SparseProblem problem, SparseFlow flow, Prices prices, int row, List<int> later)
    {
        var (least, second, best, runnerUp) = TwoBest(problem, prices, row);
        if (best < 0)
        {
            prices.Row[row] = 0;
            return -1;
        }

        prices.Row[row] = second;
        var gain = second - least;
        if (gain == 0 && runnerUp >= 0 && flow.ColumnRoom[problem.Column[best]] == 0)
        {
            best = runnerUp;
        }

        var column = problem.Column[best];
        var displaced = -1;
        if (flow.ColumnRoom[column] == 0)
        {
            displaced = flow.RowOf[flow.First(column)];
            flow.Drop(flow.First(column));
        }

        prices.Column[column] -= gain;
        flow.Use(best);
        if (displaced < 0 || gain > 0)
        {
            return displaced;
        }

        later.Add(displaced);
        return -1;
    }

    /// <summary>The least and second least of a row's reduced costs, staying out (0) included, and their edges (-1: staying out).</summary>
    private static (long Least, long Second, int Best, int RunnerUp) TwoBest(SparseProblem problem, Prices prices, int row)
    {
        var (least, second, best, runnerUp) = (0L, long.MaxValue, -1, -1);
        for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
        {
            var cost = problem.Cost[edge] - prices.Column[problem.Column[edge]];
            if (cost < least)
            {
                (second, runnerUp, least, best) = (least, best, cost, edge);
            }
            else if (cost < second)
            {
                (second, runnerUp) = (cost, edge);
            }
        }

        return (least, Math.Min(second, 0), best, second > 0 ? -1 : runnerUp);
    }
}
