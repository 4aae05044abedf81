using System.CommandLine;
using ReverseMentoring.Bench.Costs;
using ReverseMentoring.Bench.DurableTurns;
using ReverseMentoring.Bench.Matching;
using ReverseMentoring.Bench.Pages;
using ReverseMentoring.Bench.Rehearsals;
using ReverseMentoring.Bench.Reliability;
using ReverseMentoring.Bench.Requirements;
using ReverseMentoring.LocalHost;
using ReverseMentoring.Rehearsal.Record;

var console = Consoles.Output();
var benchmarks = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["turns"] = () => DurableTurnsBenchmark.RunAsync(Console.Out),
    ["rehearsals"] = () => RehearsalBenchmark.RunAsync(console),
    ["cost"] = () => CostBenchmark.RunAsync(console),
    ["pages"] = () => PagesBenchmark.RunAsync(console),
    ["matching"] = () => MatchingBenchmark.RunAsync(Console.Out),
};
var parts = new Argument<string[]>("PART")
{
    Description = "What to measure: durable turns, whole rehearsals, what a cohort costs, pages, matching. All of it unless named",
    Arity = ArgumentArity.ZeroOrMore,
};
parts.AcceptOnlyFromAmong([.. benchmarks.Keys]);
var all = new RootCommand(
    "Prints the numbers that the documentation quotes. Run it in Release, on a machine that does nothing else.") { parts };
all.SetAction(async (asked, _) =>
{
    var chosen = asked.GetValue(parts) ?? [];
    foreach (var (name, run) in benchmarks.Where(b => chosen.Length == 0 || chosen.Contains(b.Key)))
    {
        Console.WriteLine($"== {name}");
        await run();
        Console.WriteLine();
    }
});

// What "rehearsals" starts, so that each count of cohorts has a process and a peak memory of its own.
var sample = new Argument<string>("SAMPLE");
var cohorts = new Argument<int>("COHORTS");
var rehearse = new Command("rehearse") { sample, cohorts };
rehearse.Hidden = true;
rehearse.SetAction(
    (asked, cancellation) => RehearsalBenchmark.PlayOneAsync(asked.GetRequiredValue(sample), asked.GetValue(cohorts), cancellation));
all.Add(rehearse);
all.Add(ReliabilityBenchmark.Command(console, Consoles.Error()));
all.Add(RequirementsBenchmark.Command(Consoles.Error()));

return await CommandLines.RunAsync(all, args);
