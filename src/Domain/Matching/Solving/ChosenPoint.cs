using ReverseMentoring.Domain.Matching.Assignment;
using ReverseMentoring.Domain.Matching.Rules;

namespace ReverseMentoring.Domain.Matching.Solving;

/// <summary>
/// Solves for fixed numbers of pairs above a floor: with conflicts before the total, or the total before conflicts. What the frontier is
/// made of, and
/// what a coordinator's choice of one of its points leads to.
/// </summary>
internal sealed class ChosenPoint
{
    private readonly SolveTask _task;
    private readonly SparseProblem _problem;
    private readonly int[] _pairOf;
    private readonly GrowingMatching _matching;

    public ChosenPoint(SolveTask task, long floor, Preference prefer)
    {
        _task = task;
        var open = new OpenPairs(task);
        int[] score = [.. task.Pairs.Score.Select(s => -s)];
        var costs = prefer == Preference.FewestConflicts
            ? PairCosts.Of(open.Most, task.Pairs.Conflicts, score, [])
            : PairCosts.Of(open.Most, [.. score.Select(s => s - score.Min())], task.Pairs.Conflicts, []);
        _problem = open.AtOrAbove(floor, costs.Cost, out _pairOf);
        _matching = new GrowingMatching(_problem);
    }

    /// <summary>How many pairs there are now, pins included.</summary>
    public int Pairs => _task.Pinned.Length + _matching.Size;

    /// <summary>One more pair, if there can be one.</summary>
    public bool Grow() => _matching.Grow();

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
        foreach (var pair in _task.Pinned.Concat(_pairOf.Where((_, edge) => _matching.IsUsed(edge))))
        {
            pairs++;
            conflicts += _task.Pairs.Conflicts[pair];
            floor = Math.Min(floor, _task.Pairs.Score[pair]);
            total += _task.Pairs.Score[pair];
        }

        return new Objectives(pairs, conflicts, pairs == 0 ? 0 : floor, total);
    }

    private int[] Canonical()
    {
        var optimum = _matching.AtWorth(out var worth);
        var shifted = _problem with { Cost = [.. _problem.Cost.Select(c => c - worth)] };
        var used = CanonicalOptimum.Of(shifted, optimum).Used;
        return [.. _task.Pinned.Concat(_pairOf.Where((_, edge) => used[edge])).Order()];
    }
}
