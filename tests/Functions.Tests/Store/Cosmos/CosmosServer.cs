using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.Functions.Tests.Service;

namespace ReverseMentoring.Functions.Tests.Store.Cosmos;

/// <summary>
/// The npm package @vercel/cosmosdb-server in a process of its own, on loopback; one for all tests of a run. It keeps its data in memory.
/// </summary>
internal static class CosmosServer
{
    /// <summary>
    /// It ends with this process, however that ends, because then its standard input does. Keep-alive, or every call would shake hands
    /// anew.
    /// </summary>
    private const string Script = """
        const server = require('@vercel/cosmosdb-server').createHttpsServer({ keepAlive: true });
        server.keepAliveTimeout = 0;
        server.listen(0, '127.0.0.1', () => console.log(server.address().port));
        process.stdin.resume();
        process.stdin.on('end', () => process.exit(0));
        """;

    private static readonly Lazy<Task<Uri>> Started = new(StartAsync);

    /// <exception cref="InvalidOperationException">It could not be started; the message says what to do.</exception>
    public static Task<Uri> AddressAsync() => Started.Value;

    private static async Task<Uri> StartAsync()
    {
        var folder = Path.Combine(Samples.Root, "tests", "node");
        if (!File.Exists(Path.Combine(folder, "node_modules", "@vercel", "cosmosdb-server", "package.json")))
        {
            throw new InvalidOperationException(
                "The Cosmos DB server for tests is not installed. Run tests/node/install.sh, or ./test, which does.");
        }

        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("-e");
        start.ArgumentList.Add(Script);
        var server = Process.Start(start)!;
        var complaints = new List<string>();
        server.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
            {
                // It writes a stack for every read of a missing document; the first lines are enough to tell why it did not start.
                if (line.Data is { } text && complaints.Count < 20)
                {
                    complaints.Add(text);
                }
            }
        };
        server.BeginErrorReadLine();
        if (!int.TryParse(await server.StandardOutput.ReadLineAsync(), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            await server.WaitForExitAsync();
            throw new InvalidOperationException(
                $"The Cosmos DB server for tests did not start: {string.Join(Environment.NewLine, complaints)}");
        }

        return new Uri($"https://127.0.0.1:{port}/");
    }
}
