using ReverseMentoring.Bench.Rehearsals;
using ReverseMentoring.Functions.Tests.CrashedCohort;
using ReverseMentoring.Functions.Tests.Erasing;
using ReverseMentoring.Functions.Tests.Hostile;
using ReverseMentoring.Functions.Tests.Links;
using ReverseMentoring.Functions.Tests.Mail.Faults;
using ReverseMentoring.Functions.Tests.RoleSequences;
using ReverseMentoring.Functions.Tests.Store;

namespace ReverseMentoring.Bench.Reliability;

/// <summary>The tests' own plays, as often as asked.</summary>
internal static class ReliabilityRows
{
    private const int Seed = 1;

    public static IReadOnlyList<ReliabilityRow> Of(ReliabilityCounts counts) =>
    [
        new("a cohort's process killed", counts.Kills, KillAsync),
        new("links forged", counts.Links, ForgeAsync),
        new("hostile bodies posted", counts.Bodies, PostAsync),
        new("answers crossing an erasure", counts.Orders, InterleaveAsync),
        new("emails through a mail server with a fault", counts.Faults, MailAsync),
        new("sequences of calls of all roles", counts.Sequences, PlayRolesAsync),
    ];

    private static async Task<ReliabilityResult> KillAsync(int kills, Action<string> tell)
    {
        var folder = Directory.CreateTempSubdirectory("kills-bench-").FullName;
        var sample = Path.Combine(RehearsalBenchmark.RepositoryRoot(), "samples", "judicial-2023");
        var played = await new KillHarness(folder, sample, kills, Seed, tell).RunAsync();
        IReadOnlyList<string> kept = played.Wrong.Count > 0 ? [$"Both plays are kept in {folder}."] : [];
        if (kept.Count == 0)
        {
            Directory.Delete(folder, recursive: true);
        }

        return new(
            played.Kills, $"{played.Lost} lost, {played.Doubled} doubled, {played.Stuck} stuck", [.. played.Wrong, .. kept]);
    }

    private static async Task<ReliabilityResult> ForgeAsync(int links, Action<string> tell)
    {
        var played = await ForgedLinksPlay.RunAsync(links, Seed, tell);
        return new(played.Forged, $"{played.Accepted} accepted", played.Wrong);
    }

    private static async Task<ReliabilityResult> PostAsync(int bodies, Action<string> tell)
    {
        var (taken, refused, serverErrors, wrong) = (0, 0, 0, new List<string>());
        foreach (var target in HostilePlay.Targets)
        {
            var played = await HostilePlay.RunAsync(target, bodies);
            (taken, refused, serverErrors) = (taken + played.Taken, refused + played.Refused, serverErrors + played.ServerErrors);
            wrong.AddRange(played.Wrong);
            tell($"{taken + refused} hostile bodies posted, lately to {target.Path}");
        }

        var others = wrong.Count - serverErrors;
        return new(taken + refused, $"{serverErrors} answers of 5xx, {others} refused without a reason or with an effect", wrong);
    }

    private static async Task<ReliabilityResult> InterleaveAsync(int orders, Action<string> tell)
    {
        var (survivors, wrong) = (0, new List<string>());
        for (var seed = 0; seed < orders; seed++)
        {
            var played = await InterleavingPlay.RunAsync(new MemoryCohortStore(TimeProvider.System), "c", seed);
            survivors += played.Left;
            wrong.AddRange(played.Wrong is { } sentence && wrong.Count < 10 ? [sentence] : []);
            if (seed > 0 && seed % 10_000 == 0)
            {
                tell($"{seed} orders played");
            }
        }

        return new(orders, $"{survivors} survivors", wrong);
    }

    private static async Task<ReliabilityResult> MailAsync(int times, Action<string> tell)
    {
        var (planned, lost, repeated, unasked, wrong) = (0, 0, 0, 0, new List<string>());
        foreach (var fault in Enum.GetValues<SmtpFault>())
        {
            var played = await FaultyMailPlay.RunAsync(fault, times);
            (planned, lost) = (planned + played.Planned, lost + played.Lost);
            repeated += fault.HidesThatItTook() ? played.Repeated : 0;
            unasked += fault.HidesThatItTook() ? 0 : played.Repeated;
            wrong.AddRange(played.Wrong);
            tell($"{planned} emails, lately through a server with {fault}");
        }

        return new(planned, $"{lost} lost, {unasked} sent again without need ({repeated} where nobody can know)", wrong);
    }

    private static async Task<ReliabilityResult> PlayRolesAsync(int sequences, Action<string> tell)
    {
        await using var stage = await RoleStage.OpenAsync();
        var players = new RolePlayers(stage);
#pragma warning disable CA5394 // chance for a play, not for a secret
        var random = new Random(Seed);
        var leaks = new List<string>();
        for (var played = 0; played < sequences; played++)
        {
            var numbers = Enumerable.Range(0, random.Next(6, 25)).Select(_ => random.Next(1_000_000)).ToArray();
            if (await players.PlayAsync(numbers) is { } leak)
            {
                leaks.Add($"{leak} The numbers: {string.Join(' ', numbers)}");
            }

            if (played % 1000 == 999)
            {
                tell($"{played + 1} sequences played");
            }
        }
#pragma warning restore CA5394

        return new(sequences, $"{leaks.Count} leaks; {stage.ReadBack} texts shown to those who may read them", leaks);
    }
}
