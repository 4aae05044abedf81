using System.Diagnostics;

namespace ReverseMentoring.LocalHost.Tests;

public sealed class KillTests : IDisposable
{
    private const int Walkers = 10;
    private const int Steps = 60;
    private const int Kills = 25;

    private readonly string _folder = Directory.CreateTempSubdirectory("local-host-kill-").FullName;

    [Fact]
    public async Task A_process_killed_at_any_moment_goes_on_where_it_was_and_comes_to_the_same_result()
    {
        var undisturbed = Path.Combine(_folder, "undisturbed");
        var killed = Path.Combine(_folder, "killed");
        await RunToTheEndAsync(undisturbed);

        var moments = new Random(20230227);
        for (var kill = 0; kill < Kills; kill++)
        {
            await RunAndKillAsync(killed, moments.Next(0, 400), waitUntilRunning: kill % 4 != 0);
        }

        Assert.False(File.Exists(Results(killed)), "The work was over before the last kill: give the walkers more steps.");
        await RunToTheEndAsync(killed);

        Assert.Equal(await File.ReadAllTextAsync(Results(undisturbed)), await File.ReadAllTextAsync(Results(killed)));
        Assert.Equal(Places(undisturbed), Places(killed));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Results(string folder) => Path.Combine(folder, "results.json");

    // Activities run at least once: what counts is that none was left out and none made up.
    private static SortedSet<string> Places(string folder)
        => new(File.ReadAllLines(Path.Combine(folder, "footprints.txt")), StringComparer.Ordinal);

    private static async Task RunToTheEndAsync(string folder)
    {
        using var dummy = Start(folder);
        var output = dummy.StandardOutput.ReadToEndAsync();
        var errors = dummy.StandardError.ReadToEndAsync();
        await dummy.WaitForExitAsync();
        Assert.True(dummy.ExitCode == 0, $"It ended with {dummy.ExitCode}. {await output}{await errors}");
    }

    private static async Task RunAndKillAsync(string folder, int milliseconds, bool waitUntilRunning)
    {
        using var dummy = Start(folder);
        if (waitUntilRunning)
        {
            await dummy.StandardOutput.ReadLineAsync();
        }

        await Task.Delay(milliseconds);
        dummy.Kill();
        await dummy.WaitForExitAsync();
    }

    private static Process Start(string folder)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "CrashDummy.dll"), folder, $"{Walkers}", $"{Steps}" })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
