using ReverseMentoring.Domain.Matching.Assignment;

namespace ReverseMentoring.Domain.Matching;

/// <summary>
/// Solves for fixed numbers of pairs above a floor: with conflicts before the total, or the total before conflicts. What the frontier is made of, and
/// what a coordinator's choice of one of its points leads to.
/// </summary>
internal sealed class ChosenPoint
{
    private readonly SolveTask task;
    private readonly SparseProblem problem;
    private readonly int[] pairOf;
    private readonly GrowingMatching matching;

    public ChosenPoint(SolveTask task, long floor, Preference prefer)
    {
        this.task = task;
        var open = new OpenPairs(task);
        int[] score = [.. task.Pairs.Score.Select(s => -s)];
        var costs = prefer == Preference.FewestConflicts
            ? PairCosts.Of(open.Most, task.Pairs.Conflicts, score, [])
            : PairCosts.Of(open.Most, [.. score.Select(s => s - score.Min())], task.Pairs.Conflicts, []);
        problem = open.AtOrAbove(floor, costs.Cost, out pairOf);
        matching = new GrowingMatching(problem);
    }

    /// <summary>How many pairs there are now, pins included.</summary>
    public int Pairs => task.Pinned.Length + matching.Size;

    /// <summary>One more pair, if there can be one.</summary>
    public bool Grow() => matching.Grow();

    public static ExactSolution Solve(SolveTask task)
    {
        var choice = task.Choice!;
        var point = new ChosenPoint(task, choice.FloorAtLeast, choice.Prefer);
        while (point.Pairs < choice.Pairs && point.Grow())
        {
        }

        return new ExactSolution(point.Canonical(), null);
    }

    public Objectives Objectives()
    {
        var (pairs, conflicts, floor, total) = (0, 0, long.MaxValue, 0L);
        foreach (var pair in task.Pinned.Concat(pairOf.Where((_, edge) => matching.IsUsed(edge))))
        {
            pairs++;
            conflicts += task.Pairs.Conflicts[pair];
            floor = Math.Min(floor, task.Pairs.Score[pair]);
            total += task.Pairs.Score[pair];
        }

        return new Objectives(pairs, conflicts, pairs == 0 ? 0 : floor, total);
    }

    private int[] Canonical()
    {
        var optimum = matching.AtWorth(out var worth);
        var shifted = problem with { Cost = [.. problem.Cost.Select(c => c - worth)] };
        var used = CanonicalOptimum.Of(shifted, optimum).Used;
        return [.. task.Pinned.Concat(pairOf.Where((_, edge) => used[edge])).Order()];
    }
}
