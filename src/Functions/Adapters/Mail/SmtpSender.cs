using System.Net;
using System.Net.Mail;
using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Ports;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>Sends over SMTP, one connection a message. The server's words stay here, since they may name the recipient.</summary>
public sealed partial class SmtpSender(MailOptions options) : ISendMail
{
    private static readonly TimeSpan GreylistingDelay = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The caller cancelled; whether the message went out is not known.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        if (!MimeMessages.TryBuild(email, options.FromAddress, out var message))
            return new SendOutcome.Refused("an address is not valid");
        using var _ = message;
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.EnableTls };
        if (options.UserName.Length > 0)
            client.Credentials = new NetworkCredential(options.UserName, options.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.Timeout);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return new SendOutcome.Accepted();
        }
        // SmtpClient may report a cancellation as a broken connection.
        catch (Exception failure) when (failure is SmtpException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return patience.IsCancellationRequested ? new SendOutcome.Unavailable("smtp timed out") : Outcome((SmtpException)failure);
        }
    }

    private static SendOutcome Outcome(SmtpException failure)
    {
        var code = (int)failure.StatusCode;
        return code switch
        {
            450 or 452 => new SendOutcome.Throttled(GreylistingDelay),
            // 4.7.x: the server's policy asks to wait, whatever the code before it.
            >= 400 and < 500 when PolicyDelay().IsMatch(failure.Message) => new SendOutcome.Throttled(GreylistingDelay),
            // Signing in failed: the settings are wrong, not this message.
            530 or 534 or 535 or 538 => new SendOutcome.Unavailable($"smtp {code}: sign-in refused"),
            >= 500 => new SendOutcome.Refused($"smtp {code}"),
            >= 400 => new SendOutcome.Unavailable($"smtp {code}"),
            _ => new SendOutcome.Unavailable("smtp connection failed"),
        };
    }

    [GeneratedRegex(@"\b4\.7\.\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PolicyDelay();
}
