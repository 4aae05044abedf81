using System.Diagnostics;
using System.Runtime.InteropServices;
using ReverseMentoring.Domain.Matching.Assignment;

namespace ReverseMentoring.Bench.Matching;

/// <summary>Full random matrices, solved here and by SciPy in turns on the same numbers; medians of the turns.</summary>
internal static class DenseBesideSciPy
{
    private const int Turns = 7;

    public static async Task RunAsync(TextWriter output)
    {
        using var sciPy = SciPy.TryStart();
        await output.WriteLineAsync("| n | here | SciPy | here / SciPy | same optimum | memory beside the matrix |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---|---:|");
        Warm();
        foreach (var size in new[] { 500, 1000, 2000, 4000 })
        {
            await output.WriteLineAsync(await LineAsync(size, sciPy));
        }
    }

    private static async Task<string> LineAsync(int size, SciPy? sciPy)
    {
        var matrix = Random(size);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, MemoryMarshal.AsBytes(matrix.AsSpan()).ToArray());
            var (here, there, same, beside) = (new List<double>(), new List<double>(), true, 0L);
            for (var turn = 0; turn < Turns; turn++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var watch = Stopwatch.StartNew();
                var solution = DenseAssignment.Solve(matrix, size);
                here.Add(watch.Elapsed.TotalMilliseconds);
                beside = GC.GetAllocatedBytesForCurrentThread() - before;
                if (sciPy is not null && await sciPy.SolveAsync(file, size) is { } answer)
                {
                    there.Add(answer.Time.TotalMilliseconds);
                    same &= answer.Optimum == Cost(matrix, size, solution);
                }
            }

            var (a, b) = (Median(here), there.Count == 0 ? double.NaN : Median(there));
            return $"| {size} | {a:0.0} ms | {b:0.0} ms | {a / b:0.00} | {(there.Count == 0 ? "not compared" : same ? "yes" : "NO")} | "
                + $"{100.0 * beside / (8.0 * size * size):0.0} % |";
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Warm()
    {
        var matrix = Random(200);
        for (var i = 0; i < 100; i++)
        {
            DenseAssignment.Solve(matrix, 200);
        }
    }

    private static long[] Random(int size)
    {
        var random = new Random(size);
        var matrix = new long[size * size];
        for (var i = 0; i < matrix.Length; i++)
        {
            matrix[i] = random.Next(1_000_000);
        }

        return matrix;
    }

    private static long Cost(long[] matrix, int size, DenseSolution solution) =>
        solution.ColumnOfRow.Select((column, row) => matrix[(row * size) + column]).Sum();

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
