namespace ReverseMentoring.Domain.Matching;

/// <summary>Solves for a point of the frontier the coordinator chose: so many pairs at most, none below a floor, one preference first.</summary>
internal static class ChosenPoint
{
    public static ExactSolution Solve(SolveTask task) => throw new NotSupportedException(task.Choice?.ToString());
}
