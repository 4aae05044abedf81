using ReverseMentoring.Bench.Matching;

await MatchingBenchmark.RunAsync(Console.Out);
