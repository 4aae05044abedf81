using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace ReverseMentoring.Functions.Tests.CrashedCohort;

/// <summary>What is left of a cohort that was killed again and again, beside one that was not.</summary>
/// <param name="Lost">Answers that had their receipt, and emails, that are missing.</param>
/// <param name="Doubled">Emails too many.</param>
/// <param name="Stuck">Emails that still wait, and the cohort itself where it has not ended.</param>
/// <param name="Wrong">A sentence for each thing that came out wrong; empty when the kills made no difference.</param>
public sealed record KillsPlayed(int Kills, int Lost, int Doubled, int Stuck, IReadOnlyList<string> Wrong);

/// <summary>Plays a cohort twice, once undisturbed and once killed again and again, and compares what is left.</summary>
/// <param name="folder">An empty folder for both plays.</param>
/// <param name="sample">The sample to play.</param>
/// <param name="kills">How often the process is killed (SIGKILL) before it may come to the end.</param>
public sealed class KillHarness(string folder, string sample, int kills, int seed, Action<string> progress)
{
    private string Undisturbed => Path.Combine(folder, "undisturbed");

    private string Killed => Path.Combine(folder, "killed");

    public async Task<KillsPlayed> RunAsync()
    {
        var happenings = await RunAsync(Undisturbed, killAfter: null, TimeSpan.Zero);
        progress($"Undisturbed, the cohort ended after {happenings} happenings.");
#pragma warning disable CA5394 // The moments of the kills are to be had again by the same seed.
        var chance = new Random(seed);
        var done = 0;
        while (done < kills)
        {
            // On average the kills are spread over well half of the play, since each comes somewhat later than it was meant to; some fall
            // into the start itself.
            var after = chance.Next(6) == 0 ? 0 : chance.Next(1, (int)(1.5 * happenings / kills));
            await RunAsync(Killed, after, TimeSpan.FromMilliseconds(chance.Next(0, 20)));
            if (File.Exists(Results(Killed)))
            {
                break;
            }

            done++;
            if (done % 10 == 0)
            {
                progress($"Killed {done} times of {kills}.");
            }
        }
#pragma warning restore CA5394

        progress($"Killed {done} times; now to the end.");
        if (!File.Exists(Results(Killed)))
        {
            await RunAsync(Killed, killAfter: null, TimeSpan.Zero);
        }

        return Count(done);
    }

    private KillsPlayed Count(int done)
    {
        var (expected, found) = (Read(Undisturbed), Read(Killed));
        var (sent, files) = (SentIds().ToHashSet(StringComparer.Ordinal), Files().ToHashSet(StringComparer.Ordinal));
        var (before, after) = (EmailsIn(expected), EmailsIn(found));
        var missing = before.Keys.Sum(k => Math.Max(0, before[k] - after.GetValueOrDefault(k)));
        var more = after.Keys.Sum(k => Math.Max(0, after[k] - before.GetValueOrDefault(k)));
        return new KillsPlayed(
            done,
            missing + sent.Except(files).Count() + LostAnswers().Length,
            more + files.Except(sent).Count(),
            found["waiting"]!.GetValue<int>() + (JsonNode.DeepEquals(expected["status"], found["status"]) ? 0 : 1),
            [.. Compare(done, sent, files)]);
    }

    private static JsonNode Read(string play) => JsonNode.Parse(File.ReadAllText(Results(play)))!;

    /// <summary>How many emails of each template were sent.</summary>
    private static Dictionary<string, int> EmailsIn(JsonNode results) => results["emails"]!.AsObject()
        .Where(e => e.Key.EndsWith(" Sent", StringComparison.Ordinal))
        .ToDictionary(e => e.Key, e => e.Value!.GetValue<int>(), StringComparer.Ordinal);

    private IEnumerable<string> Compare(int done, HashSet<string> sent, HashSet<string> files)
    {
        if (done < kills)
        {
            yield return $"The cohort had ended after {done} kills of {kills}; take another seed.";
        }

        var (expected, found) = (File.ReadAllLines(Results(Undisturbed)), File.ReadAllLines(Results(Killed)));
        foreach (var line in expected.Except(found, StringComparer.Ordinal))
        {
            yield return $"Only without kills: {line.Trim()}";
        }

        foreach (var line in found.Except(expected, StringComparer.Ordinal))
        {
            yield return $"Only with kills: {line.Trim()}";
        }

        foreach (var line in LostAnswers())
        {
            yield return line;
        }

        if (!sent.SetEquals(files))
        {
            yield return $"{sent.Count} emails are recorded as sent, and {files.Count} are in the pick-up folder.";
        }
    }

    private string[] LostAnswers() =>
        File.Exists(Path.Combine(Killed, "lost.txt")) ? File.ReadAllLines(Path.Combine(Killed, "lost.txt")) : [];

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Killed, "emails"), "*.eml").Select(f => Path.GetFileNameWithoutExtension(f));

    /// <summary>File names of the emails that the store says were sent.</summary>
    private IEnumerable<string> SentIds()
    {
        var source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(Killed, "data", "cohorts.db"), Pooling = false };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT cohort_id || '-' || id FROM documents WHERE kind = 'mail' AND body ->> 'state' = 'sent' "
            + "AND body ->> 'carriedBy' IS NULL";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return Path.GetFileNameWithoutExtension(Adapters.Mail.PickupFile.NameOf(rows.GetString(0)));
        }
    }

    private async Task<int> RunAsync(string play, int? killAfter, TimeSpan further)
    {
        Directory.CreateDirectory(play);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(KillHarness).Assembly.Location, play, sample })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var happenings = -1;
        while ((killAfter is null || happenings < killAfter) && await process.StandardOutput.ReadLineAsync() is not null)
        {
            happenings++;
        }

        if (killAfter is not null)
        {
            await Task.Delay(further);
            process.Kill();
        }

        await process.WaitForExitAsync();
        return killAfter is not null || process.ExitCode == 0
            ? happenings
            : throw new InvalidOperationException($"The play in {play} ended with {process.ExitCode}.");
    }

    private static string Results(string play) => Path.Combine(play, "results.json");
}
