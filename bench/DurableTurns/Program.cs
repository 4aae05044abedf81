using ReverseMentoring.Bench.DurableTurns;

await DurableTurnsBenchmark.RunAsync(Console.Out);
