using System.Diagnostics;

namespace ReverseMentoring.Infra.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class Programs
{
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It could not start, or failed; the message says what it printed.</exception>
    public static string Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (code, output, errors) = Try(program, arguments, environment);
        return code == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:{Environment.NewLine}{output}{errors}");
    }

    /// <returns>How it ended and what it printed, also when it failed.</returns>
    /// <exception cref="InvalidOperationException">It could not start.</exception>
    public static (int Code, string Output, string Errors) Try(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"'{start.FileName}' is not installed. ./test installs what the tests need.", missing);
        }
    }
}
