using System.Net;
using System.Net.Sockets;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Adapters.Mail;

namespace ReverseMentoring.Functions.Tests.Mail;

public class SmtpSenderTests
{
    private static Task<SendOutcome> SendAsync(TinySmtpServer server) =>
        new SmtpSender(Emails.Smtp(server.Port)).SendAsync(Emails.Plain, default);

    [Fact]
    public async Task A_message_the_server_takes_is_accepted_and_arrives_whole()
    {
        using var server = new TinySmtpServer();
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(server));
        Assert.Equal(1, server.Messages);
        Assert.Contains("Message-ID: <7f3a-step2-p12@mail.example.org>", server.Received, StringComparison.Ordinal);
        Assert.Contains("Hello Zoë,", Emails.Unquoted(server.Received), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.0 ada@example.org greylisted")]
    [InlineData("RCPT", "452 4.2.2 too many")]
    [InlineData("RCPT", "451 4.7.1 slow down")]
    [InlineData("END", "421 4.7.0 rate limited")]
    public async Task A_server_that_asks_to_wait_is_waited_for(string command, string answer)
    {
        using var server = new TinySmtpServer(command, answer);
        Assert.True(Assert.IsType<SendOutcome.Throttled>(await SendAsync(server)).RetryAfter > TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("MAIL", "421 closing", "smtp 421")]
    [InlineData("END", "451 local error", "smtp 451")]
    [InlineData("MAIL", "530 5.7.0 must sign in", "smtp 530: sign-in refused")]
    public async Task A_server_in_trouble_is_unavailable(string command, string answer, string reason)
    {
        using var server = new TinySmtpServer(command, answer);
        Assert.Equal(new SendOutcome.Unavailable(reason), await SendAsync(server));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user ada@example.org", "smtp 550")]
    [InlineData("RCPT", "553 bad mailbox", "smtp 553")]
    [InlineData("END", "554 looks like spam", "smtp 554")]
    public async Task A_message_the_server_refuses_is_refused_without_its_words(string command, string answer, string reason)
    {
        using var server = new TinySmtpServer(command, answer);
        Assert.Equal(new SendOutcome.Refused(reason), await SendAsync(server));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal(
            new SendOutcome.Unavailable("smtp connection failed"),
            await new SmtpSender(Emails.Smtp(port)).SendAsync(Emails.Plain, default));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_unavailable_in_the_end()
    {
        using var server = new TinySmtpServer("MAIL", "silence");
        var sender = new SmtpSender(Emails.Smtp(server.Port) with { Timeout = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(new SendOutcome.Unavailable("smtp timed out"), await sender.SendAsync(Emails.Plain, default));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_that_nothing_is_known()
    {
        using var server = new TinySmtpServer("MAIL", "silence");
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var sender = new SmtpSender(Emails.Smtp(server.Port));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendAsync(Emails.Plain, giveUp.Token));
    }

    [Fact]
    public async Task A_bad_address_is_refused_before_any_server_is_asked()
    {
        using var server = new TinySmtpServer();
        var hostile = Emails.Plain with { To = "a@example.org\nRCPT TO:<b@example.org>" };
        var outcome = await new SmtpSender(Emails.Smtp(server.Port)).SendAsync(hostile, default);
        Assert.IsType<SendOutcome.Refused>(outcome);
        Assert.Equal(0, server.Messages);
    }
}
