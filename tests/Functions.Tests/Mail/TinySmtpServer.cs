using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Mail;

/// <summary>A mail server on the loopback that answers one command as told and keeps the last message it took.</summary>
internal sealed class TinySmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _command;
    private readonly string _answer;
    private readonly string[] _offers;
    private readonly X509Certificate2? _certificate;

    // Kept, or the garbage collector would hang up on a client that waits.
    private readonly Task _serving;

    /// <param name="offers">What it says it can, such as STARTTLS.</param>
    public TinySmtpServer(string command = "", string answer = "", params string[] offers)
    {
        _offers = offers;
        _command = command;
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>One that offers TLS and begins it with this certificate.</summary>
    public TinySmtpServer(X509Certificate2 certificate)
        : this(offers: "STARTTLS") =>
        _certificate = certificate;

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Received { get; private set; } = "";

    public int Messages { get; private set; }

    /// <summary>Every command it was given, in order.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

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
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException or AuthenticationException)
        {
            // The test is over, or the client hung up.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync(_command == "CONNECT" ? _answer : "220 loopback");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Enqueue(line);
            if (_answer.Length > 0 && line.StartsWith(_command, StringComparison.OrdinalIgnoreCase))
            {
                if (_answer == "hang up")
                {
                    return;
                }

                await (_answer == "silence" ? Task.Delay(Timeout.Infinite) : writer.WriteLineAsync(_answer));
            }
            else if (_certificate is not null && line == "STARTTLS")
            {
                await writer.WriteLineAsync("220 go on");
                await using var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(_certificate);
                await TalkAsync(secure);
                return;
            }
            else if (line == "DATA")
            {
                await TakeMessageAsync(reader, writer);
            }
            else if (line.StartsWith("EHLO", StringComparison.Ordinal))
            {
                await GreetAsync(writer);
            }
            else
            {
                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            }
        }
    }

    private async Task GreetAsync(StreamWriter writer)
    {
        foreach (var offer in _offers)
        {
            await writer.WriteLineAsync($"250-{offer}");
        }

        await writer.WriteLineAsync("250 HELP");
    }

    private async Task TakeMessageAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            // RFC 5321, 4.5.2: a line that begins with a dot travels with one more.
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        Received = message.ToString();
        Messages++;
        await writer.WriteLineAsync(_command == "END" ? _answer : "250 taken");
    }
}
