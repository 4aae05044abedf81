namespace ReverseMentoring.Bench.Matching;

/// <summary>The numbers of docs/matching.md: each line says what was measured beside what.</summary>
public static class MatchingBenchmark
{
    public static async Task RunAsync(TextWriter output)
    {
        await DenseBesideSciPy.RunAsync(output);
    }
}
