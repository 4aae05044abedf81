using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Bench.Rehearsals;
using ReverseMentoring.Domain.Ports;
using ReverseMentoring.Functions.Adapters.Sqlite;
using ReverseMentoring.Rehearsal;
using ReverseMentoring.Rehearsal.Record;
using ReverseMentoring.Rehearsal.Script;

namespace ReverseMentoring.Bench.Costs;

/// <summary>Plays whole cohorts, counts what each asks of store and durable host, and puts prices to it.</summary>
internal static class CostBenchmark
{
    private const double Goal = 1;

    private static readonly string[] Samples = ["judicial-2023", "llr-2021"];

    public static async Task RunAsync(TextWriter output)
    {
        foreach (var sample in Samples)
        {
            await PlayAsync(Path.Combine(RehearsalBenchmark.RepositoryRoot(), "samples", sample), output);
        }

        var ready = Prices.InstanceGigabytes * 365 * 24 * 3600 * Prices.FlexReadyGigabyteSecond;
        var polling = Prices.IdleQueueCallsAYear / 1e4 * Prices.TenThousandQueueCalls;
        await output.WriteLineAsync(Line($"beside it, a year, for all cohorts together: looking into idle queues {polling:0.00}"));
        await output.WriteLineAsync(Line($"and an always-ready instance of {Prices.InstanceGigabytes:0} GB standing by {ready:0.00}"));
    }

    private static async Task PlayAsync(string sample, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("cost-bench-");
        try
        {
            using var counts = new DurableCounts();
            CountingStore? store = null;
            using var progress = new ProgressLine(Console.Error, plain: true);
            var played = await RehearsalRun.PlayAsync(
                new RehearsalOptions(sample, null, 1, folder.FullName, 1),
                progress,
                services => services.AddSingleton<ICohortStore>(s => store = new CountingStore(
                    new SqliteCohortStore(Path.Combine(folder.FullName, "counted.db"), durable: false, s.GetRequiredService<TimeProvider>()))),
                CancellationToken.None);
            if (played.Failures.Count > 0)
            {
                throw new InvalidOperationException($"The rehearsal did not end as its script says: {string.Join(" ", played.Failures)}");
            }

            var cohort = played.Cohorts[0];
            var days = (played.Ended - cohort.Instant(RehearsalScript.Load(Path.Combine(sample, "script.json")).Starts)).TotalDays;
            await output.WriteLineAsync(Line($"{cohort.Cohort.CohortId}: {File.ReadLines(Path.Combine(sample, "people.csv")).Count() - 1} people, {days:0} days from its draft to the last erasure, {played.Record.Count("emails")} emails"));
            await PrintAsync(output, store!, counts, played.Record.Count("emails"), days);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PrintAsync(TextWriter output, CountingStore store, DurableCounts counts, int emails, double days)
    {
        await output.WriteLineAsync("\nstore calls                        calls  documents        KB         RU");
        foreach (var (call, tally) in store.Tallies.OrderByDescending(t => t.Value.RequestUnits))
        {
            await output.WriteLineAsync(Line($"{call.Call + " " + call.Kind,-32} {tally.Calls,7} {tally.Documents,10} {tally.Bytes / 1024.0,9:0} {tally.RequestUnits,10:0}"));
        }

        var all = store.Tallies.Values.Aggregate(Tally.None, (sum, tally) => sum + tally);
        await output.WriteLineAsync(Line($"{"all",-32} {all.Calls,7} {all.Documents,10} {all.Bytes / 1024.0,9:0} {all.RequestUnits,10:0}"));
        await output.WriteLineAsync(Line($"largest at once                                      {store.PeakBytes / 1024.0,9:0}"));
        var nights = 2 * days;
        await output.WriteLineAsync(Line($"\ndurable turns {counts.Turns}, messages {counts.Messages}, activities {counts.Activities}; HTTP requests {counts.Requests}; nightly timers {nights:0}"));

        var executions = counts.Turns + counts.Activities + counts.Requests + nights;
        var seconds = (executions * Prices.SecondsAnExecution) + (emails * Prices.SecondsAnEmail);

        // Pick-up mail has no delivery reports: one for each email is put on top, posted on its own.
        var reportUnits = emails * RequestUnits.DeliveryReport;
        var reportSeconds = emails * Prices.SecondsAnExecution;
        await output.WriteLineAsync(Line($"not played: {emails} delivery reports, {reportUnits:0} RU"));
        (string What, double Dollars)[] bill =
        [
            ("Cosmos DB serverless, request units", all.RequestUnits / 1e6 * Prices.MillionRequestUnits),
            ("Cosmos DB storage, the largest all the time", store.PeakBytes / 1e9 * Prices.CosmosGigabyteMonth * days / 30.4),
            ("Functions, executions", executions / 1e6 * Prices.FlexMillionExecutions),
            ("Functions, GB-s on demand", seconds * Prices.InstanceGigabytes * Prices.FlexGigabyteSecond),
            ("Delivery reports, request units", reportUnits / 1e6 * Prices.MillionRequestUnits),
            ("Delivery reports, executions and GB-s", (emails / 1e6 * Prices.FlexMillionExecutions) + (reportSeconds * Prices.InstanceGigabytes * Prices.FlexGigabyteSecond)),
            ("Storage, durable queues", (counts.Messages + counts.Activities) * Prices.QueueCallsAMessage / 1e4 * Prices.TenThousandQueueCalls),
            ("Storage, durable tables", counts.Turns * Prices.TableCallsATurn / 1e4 * Prices.TenThousandTableCalls),
        ];
        await output.WriteLineAsync("\nUS dollars, at the prices assumed in bench/Costs     whole life     a year");
        foreach (var (what, dollars) in bill)
        {
            await output.WriteLineAsync(Line($"{what,-48} {dollars,14:0.0000} {dollars * 365 / days,10:0.0000}"));
        }

        var sum = bill.Sum(b => b.Dollars);
        var year = sum * 365 / days;
        await output.WriteLineAsync(Line($"{"sum",-48} {sum,14:0.0000} {year,10:0.0000}"));
        await output.WriteLineAsync(Line($"goal: under {Goal:0.00} a cohort-year: {(year < Goal ? "met" : "NOT MET")}\n"));
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
