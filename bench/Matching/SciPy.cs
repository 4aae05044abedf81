using System.Diagnostics;
using System.Globalization;

namespace ReverseMentoring.Bench.Matching;

/// <summary>SciPy in a process of its own that stays up, so that its start is in no measurement.</summary>
internal sealed class SciPy : IDisposable
{
    private readonly Process _process;

    private SciPy(Process process) => _process = process;

    /// <summary>Null when this machine has no Python with SciPy. The interpreter is $PYTHON, or Debian's.</summary>
    public static SciPy? TryStart()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "scipy_assignment.py"));
        try
        {
            return Process.Start(start) is { } process ? new SciPy(process) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Null when Python answers nothing: SciPy is not installed.</summary>
    public async Task<(TimeSpan Time, long Optimum)?> SolveAsync(string file, int size)
    {
        await _process.StandardInput.WriteLineAsync($"{file} {size}");
        await _process.StandardInput.FlushAsync();
        if (await _process.StandardOutput.ReadLineAsync() is not { } line)
        {
            return null;
        }

        var parts = line.Split(' ');
        return (
            TimeSpan.FromSeconds(double.Parse(parts[0], CultureInfo.InvariantCulture)),
            long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
