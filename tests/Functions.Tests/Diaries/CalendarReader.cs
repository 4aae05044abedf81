using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Diaries;

/// <summary>Debian's python3-icalendar, which knows nothing of how our entries are written.</summary>
internal static class CalendarReader
{
    /// <returns>By name, what it reads; line breaks as \n.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(string text)
    {
        var script = Path.Combine(Here(), "read.py");
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        })!;
        await python.StandardInput.WriteAsync(text);
        python.StandardInput.Close();
        var read = await python.StandardOutput.ReadToEndAsync();
        var wrong = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, wrong);
        return read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 2))
            .ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
