namespace Azure.Communication.Email;

/// <summary>A message to be sent.</summary>
public class EmailMessage(string senderAddress, EmailRecipients recipients, EmailContent content)
{
    public EmailMessage(string senderAddress, string recipientAddress, EmailContent content)
        : this(senderAddress, new EmailRecipients([new EmailAddress(recipientAddress)]), content)
    {
    }

    public string SenderAddress { get; } = senderAddress;

    public EmailRecipients Recipients { get; } = recipients;

    public EmailContent Content { get; } = content;

    public IList<EmailAttachment> Attachments { get; } = [];

    public IList<EmailAddress> ReplyTo { get; } = [];

    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True: no tracking of opens and clicks, whatever the resource is set to.</summary>
    public bool? UserEngagementTrackingDisabled { get; set; }
}

/// <summary>The subject and the two bodies; at least one of them is needed.</summary>
public class EmailContent(string subject)
{
    public string Subject { get; } = subject;

    public string? PlainText { get; set; }

    public string? Html { get; set; }
}
