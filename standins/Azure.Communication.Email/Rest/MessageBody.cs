using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.Communication.Email.Rest;

/// <summary>A message as the REST API takes it.</summary>
internal static class MessageBody
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static BinaryData Of(EmailMessage message) => new(JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            senderAddress = message.SenderAddress,
            content = new { subject = message.Content.Subject, plainText = message.Content.PlainText, html = message.Content.Html },
            recipients = new
            {
                to = Addresses(
                message.Recipients.To),
                cc = Addresses(message.Recipients.CC),
                bcc = Addresses(message.Recipients.BCC)
            },
            replyTo = Addresses(message.ReplyTo),
            headers = message.Headers.Count == 0 ? null : message.Headers,
            attachments = message.Attachments.Count == 0
                ? null
                : message.Attachments.Select(
                    a => new { name = a.Name, contentType = a.ContentType, contentInBase64 = Convert.ToBase64String(a.Content) }),
            userEngagementTrackingDisabled = message.UserEngagementTrackingDisabled,
        },
        Options));

    private static object? Addresses(IList<EmailAddress> addresses) =>
        addresses.Count == 0 ? null : addresses.Select(a => new { address = a.Address, displayName = a.DisplayName });
}
