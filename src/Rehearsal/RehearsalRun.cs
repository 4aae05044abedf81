using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Domain.Cohorts;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Planning;
using ReverseMentoring.Domain.Problems;
using ReverseMentoring.Functions.Store;
using ReverseMentoring.Rehearsal.People;
using ReverseMentoring.Rehearsal.Record;
using ReverseMentoring.Rehearsal.Script;
using ReverseMentoring.Rehearsal.Stage;

namespace ReverseMentoring.Rehearsal;

/// <summary>
/// Plays cohorts to their end: whenever the service is idle, people do what they meant to, or the clock jumps to what is next.
/// </summary>
public static class RehearsalRun
{
    /// <summary>A cohort that has not ended by then never will.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5 * 366);

    /// <summary>From then on it is clear that the rehearsal has failed.</summary>
    private const int MostProblems = 25;

    /// <param name="configure">Exchanges single parts of the service, for tests; usually null.</param>
    // Long because the clock, the diary and the cast take turns in one loop that reads best whole.
    public static async Task<PlayedRehearsal> PlayAsync(
        RehearsalOptions options, ProgressLine progress, Action<IServiceCollection>? configure, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var definition = ReadDefinition(options.Sample);
        var script = RehearsalScript.Load(Path.Combine(options.Sample, "script.json"));
        var folder = Folders.Prepare(options.Keep ?? Path.Combine("out", definition.Id));
        var starts = definition.Zone.ToInstant(script.Starts);
        var time = () => starts;
        using var trace = new TraceWriter(options.Trace is null ? null : new StreamWriter(options.Trace));
        // One cohort plays under the real quota; many at once would queue for days behind one sender, which is not what they are played
        // for.
        var quota = options.Cohorts == 1 ? new SendQuota(30, 100) : new SendQuota(1_000_000, 10_000_000);
        var recorder = new Recorder(trace, () => time());
        await using var stage = await RehearsalStage.OpenAsync(folder, starts, options.Seed, quota, recorder, configure, cancellation);
        time = stage.Clock.GetUtcNow;

        var diary = new Diary();
        var visitor = new Visitor(stage, recorder, Path.Combine(folder, "pages"));
        await visitor.KeepLookAsync(cancellation);
        var casts = Enumerable.Range(1, options.Cohorts)
            .Select(i => options.Cohorts == 1 ? definition.Id : $"{definition.Id}-{i:000}")
            .Select((id, i) => new Cast(id, options, script, stage, recorder, diary, visitor, folder, new Random(options.Seed + i)))
            .ToDictionary(c => c.CohortId, StringComparer.Ordinal);
        foreach (var cast in casts.Values)
        {
            await cast.BeginAsync(cancellation);
        }

        while (casts.Values.Any(c => !c.Ended) && recorder.Problems.Count < MostProblems && stage.Clock.GetUtcNow() < starts + Longest)
        {
            await stage.WhenIdleAsync(cancellation);
            while (recorder.TryTakeArrived(out var mail))
            {
                casts[mail.CohortId].Receive(mail, cancellation);
            }

            if (diary.TakeDue(stage.Clock.GetUtcNow()) is { } act)
            {
                await act();
                continue;
            }

            if (Sooner(stage.NextDue, diary.Next) is not { } next)
            {
                recorder.Problem("Nothing more is going to happen, and a cohort has not ended.");
                break;
            }

            stage.Clock.AdvanceTo(next);
            progress.Show(next, recorder);
        }

        await stage.WhenIdleAsync(cancellation);
        var reader = stage.Services.GetRequiredService<CohortReader>();
        var snapshots = new List<CohortSnapshot>();
        foreach (var cast in casts.Values)
        {
            snapshots.Add(await reader.ReadAsync(cast.CohortId, cancellation));
        }

        var verdict = Verdict.Of(snapshots, recorder, script.Expect, options.Cohorts);
        return new PlayedRehearsal(snapshots, recorder, verdict, folder, options.Trace, stage.Clock.GetUtcNow(), watch.Elapsed);
    }

    private static CohortDefinition ReadDefinition(string sample)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(sample, "cohort.json")));
        var read = CohortDefinitionReader.Read(FieldReader.Of(json.RootElement));
        return read.Succeeded
            ? read.Value
            : throw new InvalidOperationException(
                $"cohort.json is not right: {string.Join(" ", read.Problems.Select(p => $"{p.Place}: {p.Sentence}"))}");
    }

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null ? one : one < other ? one : other;
}
