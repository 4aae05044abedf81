using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Mail;

/// <summary>A mail server on the loopback that answers one command as told and keeps the last message it took.</summary>
internal sealed class TinySmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _command;
    private readonly string _answer;

    // Kept, or the garbage collector would hang up on a client that waits.
    private readonly Task _serving;

    public TinySmtpServer(string command = "", string answer = "")
    {
        _command = command;
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Received { get; private set; } = "";

    public int Messages { get; private set; }

    public void Dispose()
    {
        _listener.Dispose();
        GC.KeepAlive(_serving);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over, or the client hung up.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync(_command == "CONNECT" ? _answer : "220 loopback");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (_answer.Length > 0 && line.StartsWith(_command, StringComparison.OrdinalIgnoreCase))
                await (_answer == "silence" ? Task.Delay(Timeout.Infinite) : writer.WriteLineAsync(_answer));
            else if (line == "DATA")
                await TakeMessageAsync(reader, writer);
            else
                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
        }
    }

    private async Task TakeMessageAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            message.Append(line).Append("\r\n");
        Received = message.ToString();
        Messages++;
        await writer.WriteLineAsync(_command == "END" ? _answer : "250 taken");
    }
}
