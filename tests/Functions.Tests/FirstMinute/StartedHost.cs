using System.Diagnostics;
using System.Text;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

/// <summary>The local host as `dotnet run` starts it: a process of its own, with its own Program.</summary>
internal sealed class StartedHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private readonly Task<string> _rest;

    private StartedHost(Process process, string printed, Uri home, Task<string> rest)
    {
        _process = process;
        _rest = rest;
        Printed = printed;
        Browser = new HttpClient(new LikeABrowser(new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = home };
    }

    /// <summary>What it said at the start.</summary>
    public string Printed { get; }

    public HttpClient Browser { get; }

    public static async Task<StartedHost> StartAsync(string dataFolder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        var program = Path.Combine(AppContext.BaseDirectory, "ReverseMentoring.LocalHost.dll");
        foreach (var argument in new[] { program, "--data", dataFolder, "--urls", "http://127.0.0.1:0" })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var printed = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                printed.AppendLine(line);
                if (line.Contains("Keys ", StringComparison.Ordinal))
                {
                    var open = printed.ToString().Split('\n').First(l => l.Contains("Open ", StringComparison.Ordinal));
                    var home = open.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
                    // Else the pipe fills, and the process waits for somebody to read it.
                    var rest = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return new StartedHost(process, printed.ToString(), new Uri(home.Trim()), rest);
                }
            }

            throw new InvalidOperationException($"The local host ended before it was ready. It said: {printed}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _rest;
    }

    public void Dispose()
    {
        Browser.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
