using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>Sends over SMTP, one connection a message. The server's words stay here, since they may name the recipient.</summary>
public sealed partial class SmtpSender(MailOptions options) : ISendMail
{
    private const int PortOfTlsFromTheStart = 465;

    private static readonly TimeSpan GreylistingDelay = TimeSpan.FromMinutes(5);

    /// <summary>The message is the server's by then; its goodbye is not worth holding up the others.</summary>
    private static readonly TimeSpan PatienceForGoodbye = TimeSpan.FromSeconds(2);

    private enum Stage
    {
        Connecting,
        SigningIn,
        Sending,
    }

    /// <summary>Never TLS only where the server happens to offer it: somebody in between could take the offer away.</summary>
    private SecureSocketOptions Security =>
        !options.EnableTls ? SecureSocketOptions.None
        : options.Port == PortOfTlsFromTheStart ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The caller cancelled; whether the message went out is not known.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        using var message = MimeMessages.Build(email, options.FromAddress);
        if (message is null)
        {
            return new SendOutcome.Refused("an address is not valid");
        }

        using var client = new SmtpClient { CheckCertificateRevocation = options.CheckRevocation };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Timeout);
        var stage = Stage.Connecting;
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security, patience.Token);
            stage = Stage.SigningIn;
            if (options.UserName.Length > 0)
            {
                await client.AuthenticateAsync(options.UserName, options.Password, patience.Token);
            }

            stage = Stage.Sending;
            await client.SendAsync(MimeMessages.Format, message, patience.Token);
            // The server has the message, whatever becomes of the goodbye; MailKit lets that fail in silence.
            patience.CancelAfter(PatienceForGoodbye);
            await client.DisconnectAsync(quit: true, patience.Token);
            return new SendOutcome.Accepted();
        }
        // A cancellation may come as a broken connection.
        catch (Exception failure) when (IsExpected(failure))
        {
            cancellation.ThrowIfCancellationRequested();
            return patience.IsCancellationRequested || failure is TimeoutException ? new SendOutcome.Unavailable("smtp timed out")
                : stage == Stage.Connecting ? NotConnected(client, failure)
                : stage == Stage.SigningIn ? NotSignedIn(failure)
                : NotSent(failure);
        }
    }

    private static bool IsExpected(Exception failure) => failure
        is CommandException or ProtocolException
            or AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException or ServiceNotConnectedException
        or NotSupportedException or IOException or SocketException or TimeoutException or OperationCanceledException;

    /// <summary>The server knows nothing of the message yet, so that it is never refused for this.</summary>
    private static SendOutcome NotConnected(SmtpClient client, Exception failure) => failure switch
    {
        // MailKit's word for it where TLS is wanted and the server has no STARTTLS.
        NotSupportedException => new SendOutcome.Unavailable("smtp: the server offers no TLS"),
        SmtpCommandException answer when client.Capabilities.HasFlag(SmtpCapabilities.StartTLS) =>
            new SendOutcome.Unavailable($"smtp {(int)answer.StatusCode}: the server refused TLS"),
        SslHandshakeException => new SendOutcome.Unavailable("smtp: TLS failed, or the server's certificate is not trusted"),
        SmtpCommandException answer => BeforeTheMessage(answer, ""),
        _ => new SendOutcome.Unavailable("smtp connection failed"),
    };

    /// <summary>The settings are wrong, or the server is; not this message.</summary>
    private static SendOutcome NotSignedIn(Exception failure) => failure switch
    {
        AuthenticationException { InnerException: SmtpCommandException answer } => BeforeTheMessage(answer, ": sign-in refused"),
        AuthenticationException => new SendOutcome.Unavailable("smtp: sign-in refused"),
        NotSupportedException => new SendOutcome.Unavailable("smtp: the server offers no way to sign in that we know"),
        SmtpCommandException answer => BeforeTheMessage(answer, ""),
        _ => new SendOutcome.Unavailable("smtp connection failed"),
    };

    private static SendOutcome BeforeTheMessage(SmtpCommandException answer, string what) =>
        (int)answer.StatusCode >= 500
            ? new SendOutcome.Unavailable($"smtp {(int)answer.StatusCode}{what}")
            : Outcome((int)answer.StatusCode, answer.Message);

    private static SendOutcome NotSent(Exception failure) => failure switch
    {
        ServiceNotAuthenticatedException => new SendOutcome.Unavailable("smtp 530: sign-in refused"),
        SmtpCommandException answer => Outcome((int)answer.StatusCode, answer.Message),
        _ => new SendOutcome.Unavailable("smtp connection failed"),
    };

    private static SendOutcome Outcome(int code, string words) => code switch
    {
        450 or 452 => new SendOutcome.Throttled(GreylistingDelay),
        // 4.7.x: the server's policy asks to wait, whatever the code before it.
        >= 400 and < 500 when PolicyDelay().IsMatch(words) => new SendOutcome.Throttled(GreylistingDelay),
        // Signing in failed: the settings are wrong, not this message.
        530 or 534 or 535 or 538 => new SendOutcome.Unavailable($"smtp {code}: sign-in refused"),
        >= 500 => new SendOutcome.Refused($"smtp {code}"),
        _ => new SendOutcome.Unavailable($"smtp {code}"),
    };

    [GeneratedRegex(@"\b4\.7\.\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PolicyDelay();
}
