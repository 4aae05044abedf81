using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Service;

/// <summary>A server from tests/node, on a free port of loopback; gone with the test, or with the test run if that is killed.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Samples.Root, "tests", "node");
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

    /// <param name="package">An npm package of tests/node; tests/node/install.sh puts it there.</param>
    /// <param name="script">The file to run, below the package's folder.</param>
    /// <param name="arguments">From the port.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or did not answer; the message has what it said.</exception>
    public static async Task<NodeServer> StartAsync(string package, string script, Func<int, string[]> arguments)
    {
        var file = Path.Combine(Folder, "node_modules", package, script);
        if (!File.Exists(file))
        {
            throw new InvalidOperationException(
                $"The server {package} is not installed. Run tests/node/install.sh, or ./test, which does.");
        }

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

    private static (Process Process, StringBuilder Said) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory =
            Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true
        };
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
