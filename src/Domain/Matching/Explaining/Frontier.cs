using ReverseMentoring.Domain.Matching.People;
using ReverseMentoring.Domain.Matching.Rules;
using ReverseMentoring.Domain.Matching.Solving;

namespace ReverseMentoring.Domain.Matching.Explaining;

/// <summary>A match nobody can improve in one objective without losing in another.</summary>
/// <param name="Choice">Put into <see cref="MatchingRequest.Choice"/> it gives a match with these objectives.</param>
public sealed record FrontierPoint(Objectives Objectives, MatchingChoice Choice);

/// <param name="Complete">False when there were more floors than were asked for and some were passed over.</param>
public sealed record FrontierReport(IReadOnlyList<FrontierPoint> Points, bool Complete, IReadOnlyList<MatchingProblem> Problems);

/// <summary>
/// The choices a coordinator has: for every number of pairs near the most and every floor, the match with the fewest conflicts and the one
/// with the
/// highest total, less those another beats in everything.
/// </summary>
public static class Frontier
{
    /// <param name="pairsToGiveUp">How many pairs fewer than the most are looked at.</param>
    /// <param name="mostFloors">How many floors are tried at most; each costs two solves; at least 2.</param>
    public static FrontierReport Of(MatchingRequest request, int pairsToGiveUp = 3, int mostFloors = 100)
    {
        var problems = RequestValidation.Problems(request);
        if (problems.Count > 0)
        {
            return new FrontierReport([], true, problems);
        }

        var pool = new Pool(request with { Choice = null });
        var best = Matcher.Solve(pool).Objectives;
        var task = Matcher.TaskOf(pool);
        // With pins only there is no floor to choose, but still a match.
        int[] floors = new OpenPairs(task).Floors() is { Length: > 0 } found ? found : [0];
        var tried = Spread(floors, mostFloors, best.Floor);
        var points = new List<FrontierPoint>();
        var reached = -1L;
        foreach (var floor in tried)
        {
            // Where every point of the floor before lies higher already, this floor would give the same points again.
            if (floor <= reached)
            {
                continue;
            }

            var here = At(task, floor, best.Pairs - pairsToGiveUp);
            if (here.Count == 0)
            {
                break;
            }

            reached = here.Min(p => p.Objectives.Floor);
            points.AddRange(here);
        }

        var unbeaten = points.DistinctBy(p => p.Objectives).Where(p => !points.Exists(q => Beats(q.Objectives, p.Objectives)));
        return new FrontierReport(
            [.. unbeaten.OrderByDescending(p => p.Objectives.Pairs)
                .ThenBy(p => p.Objectives.Conflicts).ThenByDescending(p => p.Objectives.Floor)
                .ThenByDescending(p => p.Objectives.Total)],
            tried.Count == floors.Length,
            []);
    }

    private static List<FrontierPoint> At(SolveTask task, long floor, int fewest)
    {
        var points = new List<FrontierPoint>();
        foreach (var prefer in new[] { Preference.FewestConflicts, Preference.HighestTotal })
        {
            var point = new ChosenPoint(task, floor, prefer);
            do
            {
                if (point.Pairs >= Math.Max(fewest, 1))
                {
                    points.Add(new FrontierPoint(point.Objectives(), new MatchingChoice(point.Pairs, floor, prefer)));
                }
            }
            while (point.Grow());
        }

        return points;
    }

    private static List<long> Spread(int[] floors, int most, long always) => floors.Length <= most
        ? [.. floors.Select(f => (long)f)]
        : [.. Enumerable.Range(0, most - 1)
        .Select(i => (long)floors[(int)((long)i * (floors.Length - 1) / (most - 1))]).Append(always).Distinct().Order()];

    private static bool Beats(Objectives one, Objectives other) => one != other
        && one.Pairs >= other.Pairs && one.Conflicts <= other.Conflicts && one.Floor >= other.Floor && one.Total >= other.Total;
}
