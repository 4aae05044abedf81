using ReverseMentoring.Bench.Costs;
using ReverseMentoring.Bench.DurableTurns;
using ReverseMentoring.Bench.Matching;
using ReverseMentoring.Bench.Rehearsals;

// Prints the numbers that the documentation quotes. Name parts to run only those: turns, rehearsals, matching, cost.
var parts = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["turns"] = () => DurableTurnsBenchmark.RunAsync(Console.Out),
    ["rehearsals"] = () => RehearsalBenchmark.RunAsync(Console.Out),
    ["cost"] = () => CostBenchmark.RunAsync(Console.Out),
    ["matching"] = () => MatchingBenchmark.RunAsync(Console.Out),
};
if (args is ["rehearse", var sample, var cohorts])
{
    return await RehearsalBenchmark.PlayOneAsync(sample, cohorts);
}

var unknown = args.Where(a => !parts.ContainsKey(a)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown[0]}'. There are: {string.Join(", ", parts.Keys)}.");
    return 2;
}

foreach (var part in parts.Where(p => args.Length == 0 || args.Contains(p.Key)))
{
    Console.WriteLine($"== {part.Key}");
    await part.Value();
    Console.WriteLine();
}

return 0;
