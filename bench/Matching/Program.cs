using ReverseMentoring.Bench.Matching;

// "samples": only what the simple ways give on the samples, in a moment.
await (args is ["samples"] ? SimpleWays.SamplesAsync(Console.Out) : MatchingBenchmark.RunAsync(Console.Out));
