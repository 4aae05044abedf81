using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>A server from tests/node, on a free port of loopback; gone with the test, or with the test run if that is killed.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Samples.Root, "tests", "node");
    private static readonly SemaphoreSlim Installing = new(1, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said;

    private NodeServer(Process process, StringBuilder said, int port)
    {
        _process = process;
        _said = said;
        Port = port;
    }

    public int Port { get; }

    /// <param name="package">An npm package of tests/node; installed from its lock file where it is not there yet.</param>
    /// <param name="script">The file to run, below the package's folder.</param>
    /// <param name="arguments">From the port.</param>
    /// <exception cref="InvalidOperationException">It can't be installed, or did not answer; the message has what it said.</exception>
    public static async Task<NodeServer> StartAsync(string package, string script, Func<int, string[]> arguments)
    {
        var file = Path.Combine(Folder, "node_modules", package, script);
        await InstallAsync();
        var port = FreePort();
        var (process, said) = Start("node", ["-r", "./leave-with-parent.cjs", file, .. arguments(port)]);
        var server = new NodeServer(process, said, port);
        try
        {
            await server.WaitAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>Installs all that the lock file names, once for each state of it, so that no server loses its files while it runs.</summary>
    private static async Task InstallAsync()
    {
        var locked = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"))));
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        await Installing.WaitAsync();
        try
        {
            if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == locked)
            {
                return;
            }

            var (npm, said) = Start("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
            using (npm)
            {
                await npm.WaitForExitAsync();
                if (npm.ExitCode != 0)
                {
                    throw new InvalidOperationException($"'npm ci' in tests/node ended with {npm.ExitCode}: {said}");
                }
            }

            await File.WriteAllTextAsync(stamp, locked);
        }
        finally
        {
            Installing.Release();
        }
    }

    private static (Process Process, StringBuilder Said) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, said);

        void Keep(string? line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }
        }
    }

    private async Task WaitAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(100))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The server ended with {_process.ExitCode}: {_said}");
            }

            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                // Not yet: asked again in a moment, and given up with what it said.
            }
        }

        throw new InvalidOperationException($"The server did not answer within {Patience.TotalSeconds} seconds: {_said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
