namespace ReverseMentoring.Bench.Matching;

/// <summary>
/// The numbers of docs/matching.md. Run in Release; the ratios hold on a busy machine too, since both sides of each take turns.
/// </summary>
public static class MatchingBenchmark
{
    public static async Task RunAsync(TextWriter output)
    {
        // First, so that its peak memory is its own.
        await WholeMatches.RunAsync(output);
        await output.WriteLineAsync();
        await DenseBesideSciPy.RunAsync(output);
        await output.WriteLineAsync();
        await SimpleWays.RunAsync(output);
    }
}
