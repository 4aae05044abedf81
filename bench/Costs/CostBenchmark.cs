using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Bench.Rehearsals;
using ReverseMentoring.Domain.Documents;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;
using ReverseMentoring.Rehearsal.Script;
using Spectre.Console;

namespace ReverseMentoring.Bench.Costs;

/// <summary>Plays whole cohorts, counts what each asks of store and durable host, and puts prices to it.</summary>
internal static class CostBenchmark
{
    private const double Goal = 1;

    private static readonly string[] Samples = ["judicial-2023", "llr-2021"];

    public static async Task RunAsync(IAnsiConsole console)
    {
        foreach (var sample in Samples)
        {
            await PlayAsync(Path.Combine(RehearsalBenchmark.RepositoryRoot(), "samples", sample), console);
        }

        var ready = Prices.InstanceGigabytes * 365 * 24 * 3600 * Prices.FlexReadyGigabyteSecond;
        var polling = Prices.IdleQueueCallsAYear / 1e4 * Prices.TenThousandQueueCalls;
        console.WriteLine(Line($"beside it, a year, for all cohorts together: looking into idle queues {polling:0.00}"));
        console.WriteLine(Line($"and an always-ready instance of {Prices.InstanceGigabytes:0} GB standing by {ready:0.00}"));
    }

    private static async Task PlayAsync(string sample, IAnsiConsole console)
    {
        var folder = Directory.CreateTempSubdirectory("cost-bench-");
        try
        {
            using var counts = new DurableCounts();
            CountingStore? store = null;
            var played = await ProgressLine.RunAsync(Consoles.Error(), progress => RehearsalRun.PlayAsync(
                new RehearsalOptions(sample, null, 1, folder.FullName, 1),
                progress,
                services => services.AddSingleton<ICohortStore>(s => store = new CountingStore(
                    new SqliteCohortStore(
                        Path.Combine(folder.FullName, "counted.db"), durable: false, s.GetRequiredService<TimeProvider>()))),
                CancellationToken.None));
            if (played.Failures.Count > 0)
            {
                throw new InvalidOperationException($"The rehearsal did not end as its script says: {string.Join(" ", played.Failures)}");
            }

            var cohort = played.Cohorts[0];
            var days = (played.Ended - cohort.Instant(RehearsalScript.Load(Path.Combine(sample, "script.json")).Starts)).TotalDays;
            var people = File.ReadLines(Path.Combine(sample, "people.csv")).Count() - 1;
            var emails = played.Record.Count("emails");
            console.WriteLine(Line(
                $"{cohort.Cohort.CohortId}: {people} people, {days:0} days from its draft to the last erasure, {emails} emails"));
            Print(console, store!, counts, emails, days);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(IAnsiConsole console, CountingStore store, DurableCounts counts, int emails, double days)
    {
        var calls = Tables.OfNumbers("store calls", "calls", "documents", "KB", "RU");
        foreach (var (call, tally) in store.Tallies.OrderByDescending(t => t.Value.RequestUnits))
        {
            calls.AddNumbers(
                $"{call.Call} {call.Kind}", $"{tally.Calls}", $"{tally.Documents}", $"{tally.Bytes / 1024.0:0}", $"{tally.RequestUnits:0}");
        }

        var all = store.Tallies.Values.Aggregate(Tally.None, (sum, tally) => sum + tally);
        calls.AddNumbers($"all", $"{all.Calls}", $"{all.Documents}", $"{all.Bytes / 1024.0:0}", $"{all.RequestUnits:0}");
        calls.AddNumbers($"largest at once", $"", $"", $"{store.PeakBytes / 1024.0:0}", $"");
        console.Write(calls);
        var nights = 2 * days;
        console.Write(Line($"\ndurable turns {counts.Turns}, messages {counts.Messages}, activities {counts.Activities}; "));
        console.WriteLine(Line($"HTTP requests {counts.Requests}; nightly timers {nights:0}"));

        var executions = counts.Turns + counts.Activities + counts.Requests + nights;
        var seconds = (executions * Prices.SecondsAnExecution) + (emails * Prices.SecondsAnEmail);

        // Pick-up mail has no delivery reports: one for each email is put on top, posted on its own.
        var reportUnits = emails * RequestUnits.DeliveryReport;
        var reportSeconds = emails * Prices.SecondsAnExecution;
        console.WriteLine(Line($"not played: {emails} delivery reports, {reportUnits:0} RU"));
        (string What, double Dollars)[] bill =
        [
            ("Cosmos DB serverless, request units", all.RequestUnits / 1e6 * Prices.MillionRequestUnits),
            ("Cosmos DB storage, the largest all the time", store.PeakBytes / 1e9 * Prices.CosmosGigabyteMonth * days / 30.4),
            ("Functions, executions", executions / 1e6 * Prices.FlexMillionExecutions),
            ("Functions, GB-s on demand", seconds * Prices.InstanceGigabytes * Prices.FlexGigabyteSecond),
            ("Delivery reports, request units", reportUnits / 1e6 * Prices.MillionRequestUnits),
            ("Delivery reports, executions and GB-s", (emails / 1e6 * Prices.FlexMillionExecutions)
                + (reportSeconds * Prices.InstanceGigabytes * Prices.FlexGigabyteSecond)),
            ("Storage, durable queues",
                (counts.Messages + counts.Activities) * Prices.QueueCallsAMessage / 1e4 * Prices.TenThousandQueueCalls),
            ("Storage, durable tables", counts.Turns * Prices.TableCallsATurn / 1e4 * Prices.TenThousandTableCalls),
        ];
        console.WriteLine();
        var dollarsOf = Tables.OfNumbers("US dollars, at the prices assumed in bench/Costs", "whole life", "a year");
        foreach (var (what, dollars) in bill)
        {
            dollarsOf.AddNumbers($"{what}", $"{dollars:0.0000}", $"{dollars * 365 / days:0.0000}");
        }

        var sum = bill.Sum(b => b.Dollars);
        var year = sum * 365 / days;
        dollarsOf.AddNumbers($"sum", $"{sum:0.0000}", $"{year:0.0000}");
        console.Write(dollarsOf);
        console.WriteLine(Line($"goal: under {Goal:0.00} a cohort-year: {(year < Goal ? "met" : "NOT MET")}\n"));
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
