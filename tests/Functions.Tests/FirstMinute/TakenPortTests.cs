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
        var said = await InVainAsync(port);
        Assert.Contains($"Another program listens at {port} already", said, StringComparison.Ordinal);
        Assert.Contains("--urls http://localhost:7072", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_data)!, recursive: true);

    [Fact]
    public async Task A_damaged_file_of_the_orchestrations_is_named_with_its_cure_and_left_as_it_is()
    {
        Directory.CreateDirectory(_data);
        var file = Path.Combine(_data, "durable.db");
        await File.WriteAllTextAsync(file, new string('x', 10_000));
        var said = await InVainAsync(0);
        Assert.Contains($"{file} is damaged", said, StringComparison.Ordinal);
        Assert.Contains("to another folder and start again", said, StringComparison.Ordinal);
        Assert.Equal(new string('x', 10_000), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_that_can_not_be_written_is_told_from_one_that_another_host_has()
    {
        Directory.CreateDirectory(Path.Combine(_data, "host.lock"));
        var said = await InVainAsync(0);
        Assert.Contains("can't be written", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Another host", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_data_folder_is_named()
    {
        await File.WriteAllTextAsync(_data, "");
        Assert.Contains("can't be written", await InVainAsync(0), StringComparison.Ordinal);
    }

    /// <summary>Starts the host, which can't run, and gives what it said.</summary>
    private async Task<string> InVainAsync(int port)
    {
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
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        return said;
    }
}
