using ReverseMentoring.Bench.Matching;

// "samples": only what the simple ways give on the samples, in a moment. "whole": only the whole matches.
await (args switch
{
    ["samples"] => SimpleWays.SamplesAsync(Console.Out),
    ["whole"] => WholeMatches.RunAsync(Console.Out),
    _ => MatchingBenchmark.RunAsync(Console.Out),
});
