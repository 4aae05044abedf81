using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Communication.Email;
using Azure.Identity;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Adapters.Acs;

/// <summary>
/// Sends through Azure Communication Services. Throttling comes back as an outcome; the SDK is never left to sleep it out.
/// </summary>
public sealed class AcsEmailSender(EmailClient client, string fromAddress) : ISendMail
{
    private static readonly TimeSpan WithoutRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The options that keep every retry out of the SDK and in the wave, where it is visible. The version is the one that the tests speak.
    /// </summary>
    /// <param name="patience">How long one attempt may take before it counts as unavailable.</param>
    public static EmailClientOptions OptionsWithoutRetries(TimeSpan patience)
    {
        var options = new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31);
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = patience;
        // Logged content and unknown headers could hold what people wrote.
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }

    /// <exception cref="OperationCanceledException">The caller cancelled; whether the message went out is not known, the next attempt has
    /// the same id.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        try
        {
            await client.SendAsync(WaitUntil.Started, MessageOf(email), OperationIdOf(email.OperationId), cancellation);
            return new SendOutcome.Accepted();
        }
        catch (RequestFailedException failure)
        {
            return OutcomeOf(failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Whether it went out is not known; the next attempt has the same id.
            return new SendOutcome.Unavailable("acs did not answer in time");
        }
        catch (AuthenticationFailedException)
        {
            return new SendOutcome.Unavailable("acs sign-in failed");
        }
    }

    /// <inheritdoc/>
    public string? ReportedAs(string operationId) => OperationIdOf(operationId).ToString();

    /// <summary>The same message has the same operation id at every attempt: the first 128 bits of its outbox id's SHA-256.</summary>
    public static Guid OperationIdOf(string outboxId) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(outboxId)).AsSpan(0, 16), bigEndian: true);

    private EmailMessage MessageOf(OutgoingEmail email)
    {
        var message = new EmailMessage(
            fromAddress, email.To, new EmailContent(email.Content.Subject) { PlainText = email.Content.Text, Html = email.Content.Html })
        {
            ReplyTo = { new EmailAddress(email.ReplyTo) },
            // RFC 3834: an automatic answer to an automatic message would loop.
            Headers = { ["Auto-Submitted"] = "auto-generated" },
            UserEngagementTrackingDisabled = true,
        };
        foreach (var (name, value) in email.PauseHeaders)
        {
            message.Headers[name] = value;
        }

        if (email.Diary is { } diary)
        {
            // The service takes no third alternative; calendars take an attachment of this type as well.
            message.Attachments.Add(new EmailAttachment(
                "invitation.ics",
                $"text/calendar; charset=utf-8; method={diary.Method}",
                BinaryData.FromString(diary.Text)));
        }

        return message;
    }

    /// <summary>The service's own words stay here, since they may repeat the recipient's address.</summary>
    private static SendOutcome OutcomeOf(RequestFailedException failure) => failure.Status switch
    {
        429 => new SendOutcome.Throttled(RetryAfter(failure.GetRawResponse())),
        // The id is taken: an earlier attempt, of whose answer we know nothing, was.
        409 => new SendOutcome.Accepted(),
        400 or 413 => new SendOutcome.Refused($"acs {failure.Status}"),
        // 401, 403, 404: our endpoint, identity or sender is wrong, not this message.
        0 => new SendOutcome.Unavailable("acs was not reached"),
        _ => new SendOutcome.Unavailable($"acs {failure.Status}"),
    };

    private static TimeSpan RetryAfter(Response? response) =>
        response?.Headers.TryGetValue("Retry-After", out var seconds) == true
        && int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var wait)
            ? TimeSpan.FromSeconds(wait)
            : WithoutRetryAfter;
}
