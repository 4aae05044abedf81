namespace ReverseMentoring.Domain.Matching.Assignment;

/// <summary>
/// Solves a sparse problem as a full matrix when most of its pairs are edges: an absent edge costs 0, which is what staying out costs, so
/// the best
/// assignment of the padded square holds the best matching.
/// </summary>
internal static class NearlyFull
{
    // Below the one the padding costs more than it gains; above the other the matrix would pass 32 MB.
    private const int Smallest = 32;
    private const int Largest = 2048;

    public static bool Suits(SparseProblem problem)
    {
        var size = Size(problem);
        return size is >= Smallest and <= Largest && 2L * problem.Edges >= (long)size * size
            && problem.RowCapacity.All(c => c == 1) && problem.ColumnCapacity.All(c => c == 1)
            && problem.Cost.AsSpan().IndexOfAnyExceptInRange(-((1L << 61) / size), 0) < 0;
    }

    public static SparseSolution Solve(SparseProblem problem)
    {
        var size = Size(problem);
        var matrix = new long[size * size];
        for (var row = 0; row < problem.Rows; row++)
        {
            for (var edge = problem.RowStart[row]; edge < problem.RowStart[row + 1]; edge++)
            {
                matrix[(row * size) + problem.Column[edge]] = problem.Cost[edge];
            }
        }

        var solution = DenseAssignment.Solve(matrix, size);
        var used = new bool[problem.Edges];
        for (var row = 0; row < problem.Rows; row++)
        {
            var (from, to) = (problem.RowStart[row], problem.RowStart[row + 1]);
            var edge = Array.BinarySearch(problem.Column, from, to - from, solution.ColumnOfRow[row]);
            if (edge >= 0)
            {
                used[edge] = true;
            }
        }

        // No entry is above 0, so with the highest column price at 0 no row price is above it either, and whoever stays out has price 0.
        var highest = solution.ColumnPrice.Max();
        return new SparseSolution(
            used,
            [.. solution.RowPrice.Take(problem.Rows).Select(p => p + highest)],
            [.. solution.ColumnPrice.Take(problem.Columns).Select(p => p - highest)]);
    }

    private static int Size(SparseProblem problem) => Math.Max(problem.Rows, problem.Columns);
}
