using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReverseMentoring.Functions.Tests.Mail.Faults;

/// <summary>A mail server on the loopback that has a fault for its first connections, then is well.</summary>
internal sealed class FaultyMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly SmtpFault _fault;
    private readonly int _times;
    private readonly Task _serving;

    /// <param name="times">For how many connections it has the fault.</param>
    public FaultyMailServer(SmtpFault fault, int times)
    {
        (_fault, _times) = (fault, times);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections have met the fault.</summary>
    public int Faults { get; private set; }

    /// <summary>Every message it has taken, as it came.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _serving;
        await Task.WhenAll(_talks);
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                var isFaulty = Faults < _times;
                Faults += isFaulty ? 1 : 0;
                _talks.Add(ServeAsync(client, isFaulty ? _fault : null));
            }
        }
        catch (OperationCanceledException)
        {
            // The play is over.
        }
    }

    private async Task ServeAsync(TcpClient client, SmtpFault? fault)
    {
        using (client)
        {
            try
            {
                await new Talk(client.GetStream(), fault, Taken, _closing.Token).RunAsync();
            }
            catch (Exception over) when (over is IOException or OperationCanceledException)
            {
                // The client hung up, or the play is over.
            }
        }
    }

    /// <summary>One connection.</summary>
    private sealed class Talk(NetworkStream stream, SmtpFault? fault, ConcurrentQueue<string> taken, CancellationToken closing)
    {
        private readonly StreamReader _reader = new(stream, Encoding.UTF8);

        public async Task RunAsync()
        {
            switch (fault)
            {
                case SmtpFault.SilentAtConnect:
                    await SilenceAsync();
                    break;
                case SmtpFault.BusyAtConnect:
                    await SayAsync("421 4.3.2 too busy");
                    return;
                case SmtpFault.SpeaksOneByteASecond:
                    await SaySlowlyAsync("220 loopback");
                    break;
                default:
                    await SayAsync("220 loopback");
                    break;
            }

            while (await _reader.ReadLineAsync(closing) is { } line)
            {
                if (line == "DATA")
                {
                    if (!await TakeAsync())
                    {
                        return;
                    }
                }
                else if (line.StartsWith("EHLO", StringComparison.Ordinal) && fault == SmtpFault.SilentAfterEhlo)
                {
                    await SilenceAsync();
                }
                else
                {
                    await SayAsync(line == "QUIT" ? "221 bye" : "250 ok");
                }
            }
        }

        /// <returns>Whether the connection goes on.</returns>
        private async Task<bool> TakeAsync()
        {
            await SayAsync("354 go on");
            if (fault == SmtpFault.TakesOneByteASecond)
            {
                await TakeSlowlyAsync();
            }

            var message = new StringBuilder();
            while (await _reader.ReadLineAsync(closing) is { } line && line != ".")
            {
                if (fault == SmtpFault.HangsUpInMessage && message.Length > 1000)
                {
                    return false;
                }

                message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            if (fault == SmtpFault.PutsOffMessage)
            {
                await SayAsync("450 4.2.0 try again later");
                return true;
            }

            taken.Enqueue(message.ToString());
            switch (fault)
            {
                case SmtpFault.HangsUpAfterMessage:
                    return false;
                case SmtpFault.SilentAfterMessage:
                    await SilenceAsync();
                    break;
                default:
                    await SayAsync("250 taken");
                    break;
            }

            return true;
        }

        private Task SilenceAsync() => Task.Delay(Timeout.Infinite, closing);

        private async Task SayAsync(string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), closing);

        private async Task SaySlowlyAsync(string line)
        {
            foreach (var one in Encoding.ASCII.GetBytes($"{line}\r\n"))
            {
                await stream.WriteAsync(new[] { one }, closing);
                await Task.Delay(TimeSpan.FromSeconds(1), closing);
            }
        }

        /// <summary>Until there is no more: hours for a message of ours.</summary>
        private async Task TakeSlowlyAsync()
        {
            var one = new byte[1];
            while (await stream.ReadAsync(one, closing) > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), closing);
            }
        }
    }
}
