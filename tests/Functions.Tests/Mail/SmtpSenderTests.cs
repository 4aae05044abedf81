using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
        using var message = Emails.Read(server.Received);
        Assert.Equal("7f3a-step2-p12@mail.example.org", message.MessageId);
        Assert.Equal(Emails.Plain.At, message.Date);
        Assert.Equal(Emails.Plain.Content.Text, message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("ada@example.org", message.To.ToString());
    }

    [Fact]
    public async Task What_goes_over_SMTP_is_what_the_pick_up_folder_gets()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using var server = new TinySmtpServer();
            await SendAsync(server);
            await new PickupFolderSender(Emails.Options(folder.FullName)).SendAsync(Emails.Plain, default);
            Assert.Equal(await File.ReadAllTextAsync(folder.EnumerateFiles().Single().FullName), server.Received);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.0 ada@example.org greylisted")]
    [InlineData("RCPT", "452 4.2.2 too many")]
    [InlineData("RCPT", "451 4.7.1 slow down")]
    [InlineData("END", "421 4.7.0 rate limited")]
    [InlineData("CONNECT", "421 4.7.0 too many connections")]
    public async Task A_server_that_asks_to_wait_is_waited_for(string command, string answer)
    {
        using var server = new TinySmtpServer(command, answer);
        Assert.True(Assert.IsType<SendOutcome.Throttled>(await SendAsync(server)).RetryAfter > TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("MAIL", "421 closing", "smtp 421")]
    [InlineData("END", "451 local error", "smtp 451")]
    [InlineData("MAIL", "530 5.7.0 must sign in", "smtp 530: sign-in refused")]
    [InlineData("CONNECT", "554 no service here", "smtp 554")]
    [InlineData("DATA", "451 local error", "smtp 451")]
    [InlineData("END", "nonsense", "smtp connection failed")]
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
    public async Task Without_TLS_from_the_server_nothing_is_sent_in_clear_and_the_outcome_says_so()
    {
        using var server = new TinySmtpServer();
        var sender = new SmtpSender(Emails.Smtp(server.Port) with { EnableTls = true });
        Assert.Equal(new SendOutcome.Unavailable("smtp: the server offers no TLS"), await sender.SendAsync(Emails.Plain, default));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("454 4.7.0 TLS not available due to temporary reason", "smtp 454: the server refused TLS")]
    [InlineData("502 not implemented", "smtp 502: the server refused TLS")]
    public async Task A_server_that_takes_its_offer_of_TLS_back_gets_nothing_in_clear(string answer, string reason)
    {
        using var server = new TinySmtpServer("STARTTLS", answer, "STARTTLS");
        var sender = new SmtpSender(Emails.Smtp(server.Port) with { EnableTls = true, UserName = "team", Password = "secret" });
        Assert.Equal(new SendOutcome.Unavailable(reason), await sender.SendAsync(Emails.Plain, default));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase)
            || command.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_nothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = new TinySmtpServer(certificate);
        var sender = new SmtpSender(Emails.Smtp(server.Port) with { EnableTls = true });
        Assert.Equal(
            new SendOutcome.Unavailable(
                "smtp: TLS failed, or the server's certificate is not trusted"), await sender.SendAsync(Emails.Plain, default));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("535 5.7.8 wrong password of team", "AUTH PLAIN", "smtp 535: sign-in refused")]
    [InlineData("535 5.7.8 wrong password of team", "AUTH GSSAPI", "smtp: the server offers no way to sign in that we know")]
    [InlineData("535 5.7.8 wrong password of team", "HELP", "smtp: the server offers no way to sign in that we know")]
    public async Task A_sign_in_that_fails_is_no_fault_of_the_message(string answer, string offer, string reason)
    {
        using var server = new TinySmtpServer("AUTH", answer, offer);
        var sender = new SmtpSender(Emails.Smtp(server.Port) with { UserName = "team", Password = "secret" });
        Assert.Equal(new SendOutcome.Unavailable(reason), await sender.SendAsync(Emails.Plain, default));
    }

    [Fact]
    public async Task A_server_that_is_too_busy_to_sign_anybody_in_is_waited_for()
    {
        using var server = new TinySmtpServer("AUTH", "454 4.7.0 temporary authentication failure", "AUTH PLAIN");
        var sender = new SmtpSender(Emails.Smtp(server.Port) with { UserName = "team", Password = "secret" });
        Assert.IsType<SendOutcome.Throttled>(await sender.SendAsync(Emails.Plain, default));
    }

    [Fact]
    public async Task A_server_that_hangs_up_on_the_goodbye_has_the_message()
    {
        using var server = new TinySmtpServer("QUIT", "hang up");
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(server));
        Assert.Equal(1, server.Messages);
    }

    [Fact]
    public async Task A_server_that_never_says_goodbye_has_the_message_and_holds_up_nobody()
    {
        using var server = new TinySmtpServer("QUIT", "silence");
        var since = Stopwatch.GetTimestamp();
        Assert.IsType<SendOutcome.Accepted>(await SendAsync(server));
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, 20);
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
