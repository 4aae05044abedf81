using ReverseMentoring.Domain.Matching.Assignment;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>
/// The scheme's four objectives strictly in order: most pairs, fewest conflicts, best worst pair, highest total; then the written
/// tie-break. The
/// floor is found by halving over the scores there are: raising it only takes pairs away, so what can be reached shrinks with it.
/// </summary>
internal sealed class Lexicographic
{
    private readonly SolveTask _task;
    private readonly OpenPairs _open;
    private readonly PairCosts _first;

    private Lexicographic(SolveTask task)
    {
        _task = task;
        _open = new OpenPairs(task);
        _first = PairCosts.Of(_open.Most, task.First, [], task.Bonus);
    }

    public static ExactSolution Solve(SolveTask task) => new Lexicographic(task).Solve();

    private ExactSolution Solve()
    {
        var best = At(0);
        var (floor, beyond) = HighestFloor(best);
        var second = new int[_task.Pairs.Count];
        for (var pair = 0; pair < second.Length; pair++)
        {
            second[pair] = -_task.Pairs.Score[pair];
        }

        var costs = PairCosts.Of(_open.Most, _task.First, second, _task.Bonus);
        var problem = _open.AtOrAbove(floor, costs.Cost, out var pairOf);
        var solution = CanonicalOptimum.Of(problem, SparseAssignment.Solve(problem));
        int[] chosen = [.. _task.Pinned.Concat(Used(solution, pairOf)).Order()];
        if (_task.Bonus.Length > 0 || !ReferenceEquals(_task.First, _task.Pairs.Conflicts))
        {
            return new ExactSolution(chosen, null);
        }

        return new ExactSolution(chosen, new Certificate(
            Proof(0, _first, 0, best.Solution),
            beyond is null ? null : Proof(beyond.Floor, _first, 0, beyond.Solution),
            Proof(floor, costs, 1, solution)));
    }

    private (long Floor, Reached? Beyond) HighestFloor(Reached best)
    {
        if (best.Pairs == 0)
        {
            return (0, null);
        }

        if (best.First == 0 && _task.Bonus.Length == 0)
        {
            return HighestFloorByCounting(best);
        }

        var floors = _open.Floors();
        Reached? beyond = null;
        var (low, high) = (IndexOfFloor(floors, best.Worst), floors.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var reached = At(floors[middle]);
            if (reached.IsAsGoodAs(best))
            {
                low = IndexOfFloor(floors, reached.Worst);
            }
            else
            {
                (high, beyond) = (middle - 1, reached);
            }
        }

        return (floors[low], beyond);
    }

    /// <summary>
    /// When the best match has no conflict, a floor can be had exactly if the pairs without one that reach it still make as many.
    /// </summary>
    private (long Floor, Reached? Beyond) HighestFloorByCounting(Reached best)
    {
        var floors = _open.Floors();
        var (low, high) = (IndexOfFloor(floors, best.Worst), floors.Length - 1);
        var known = best.Chosen;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var problem = _open.AtOrAbove(floors[middle], _first.Cost, out var pairOf, clean: true);
            var used = MostEdges.Use(problem, Kept(known, pairOf));
            int[] chosen = [.. pairOf.Where((_, edge) => used[edge])];
            if (chosen.Length == best.Pairs)
            {
                (known, low) = (chosen, IndexOfFloor(floors, chosen.Min(p => _task.Pairs.Score[p])));
            }
            else
            {
                high = middle - 1;
            }
        }

        return (floors[low], low + 1 < floors.Length ? At(floors[low + 1]) : null);
    }

    /// <summary>Where chosen pairs are among the pairs that are left; both ascend.</summary>
    private static IEnumerable<int> Kept(int[] chosen, int[] pairOf) =>
        chosen.Select(p => Array.BinarySearch(pairOf, p)).Where(edge => edge >= 0);

    private static int IndexOfFloor(int[] floors, int worst)
    {
        var at = Array.BinarySearch(floors, worst);
        return at >= 0 ? at : floors.Length - 1;
    }

    /// <summary>The best in pairs and conflicts with no pair below a floor.</summary>
    private Reached At(long floor)
    {
        var problem = _open.AtOrAbove(floor, _first.Cost, out var pairOf);
        var solution = SparseAssignment.Solve(problem);
        var reached = new Reached(floor, solution, [.. Used(solution, pairOf)], 0, 0, 0, int.MaxValue);
        foreach (var pair in reached.Chosen)
        {
            reached = reached with
            {
                Bonus = reached.Bonus + (_task.Bonus.Length > 0 && _task.Bonus[pair] ? 1 : 0),
                Pairs = reached.Pairs + 1,
                First = reached.First + _task.First[pair],
                Worst = Math.Min(reached.Worst, _task.Pairs.Score[pair]),
            };
        }

        return reached;
    }

    private static IEnumerable<int> Used(SparseSolution solution, int[] pairOf)
    {
        for (var edge = 0; edge < pairOf.Length; edge++)
        {
            if (solution.Used[edge])
            {
                yield return pairOf[edge];
            }
        }
    }

    private static DualProof Proof(long floor, PairCosts costs, int scoreWorth, SparseSolution solution) =>
        new(floor, costs.PairWorth, costs.FirstWorth, scoreWorth, solution.RowPrice, solution.ColumnPrice);

    private sealed record Reached(long Floor, SparseSolution Solution, int[] Chosen, int Bonus, int Pairs, long First, int Worst)
    {
        public bool IsAsGoodAs(Reached best) => Bonus == best.Bonus && Pairs == best.Pairs && First == best.First;
    }
}
