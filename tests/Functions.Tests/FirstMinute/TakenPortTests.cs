using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReverseMentoring.Functions.Tests.FirstMinute;

public sealed class TakenPortTests : IDisposable
{
    private readonly string _data = Path.Combine(Directory.CreateTempSubdirectory("taken").FullName, "data");

    [Fact]
    public async Task A_start_where_another_program_listens_says_so_says_what_to_do_and_leaves_nothing_behind()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "ReverseMentoring.LocalHost.dll"), "--data", _data,
            "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var said = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal((1, ""), (process.ExitCode, await output));
        Assert.Contains($"Another program listens at {port} already", said, StringComparison.Ordinal);
        Assert.Contains("--urls http://localhost:7072", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_data)!, recursive: true);
}
