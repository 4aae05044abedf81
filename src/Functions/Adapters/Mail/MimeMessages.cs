using System.Security.Cryptography;
using System.Text;
using MimeKit;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>Builds the message that both the pick-up folder and SMTP send. The same email gives the same bytes.</summary>
internal static class MimeMessages
{
    /// <summary>One address and nothing but an address: no name, no list, no folded line.</summary>
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    /// <summary>Lines end as SMTP has them, whatever the machine's own way.</summary>
    public static FormatOptions Format { get; } = new() { NewLineFormat = NewLineFormat.Dos, EnsureNewLine = true };

    /// <returns>Null when an address is not one; nothing can be sent then.</returns>
    public static MimeMessage? Build(OutgoingEmail email, string fromAddress)
    {
        if (Address(fromAddress, OneLine(email.FromName)) is not { } from
            || Address(email.ReplyTo) is not { } replyTo
            || Address(email.To) is not { } to)
        {
            return null;
        }

        var message = new MimeMessage
        {
            MessageId = $"{OperationName.Of(email.OperationId)}@{from.Domain}",
            Date = email.At.ToUniversalTime(),
            Subject = OneLine(email.Content.Subject),
            Body = new MultipartAlternative([Part("plain", email.Content.Text), Part("html", email.Content.Html), .. DiaryParts(email)])
            {
                Boundary = Boundary(email),
            },
        };
        message.From.Add(from);
        message.ReplyTo.Add(replyTo);
        message.To.Add(to);
        // RFC 3834: an automatic answer to an automatic message would loop.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        foreach (var (name, value) in email.PauseHeaders)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }

    /// <summary>Whether a text is one address and nothing else.</summary>
    public static bool IsAddress(string text) => Address(text) is not null;

    private static MailboxAddress? Address(string address, string name = "") =>
        MailboxAddress.TryParse(Strict, address, out var parsed) && parsed.Address == address && parsed.Domain.Length > 0
            ? new MailboxAddress(name, address)
            : null;

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }

    /// <summary>The last of the alternatives, which calendars find there (RFC 6047, section 2.4).</summary>
    private static IEnumerable<MimeEntity> DiaryParts(OutgoingEmail email)
    {
        if (email.Diary is { } diary)
        {
            var part = Part("calendar", diary.Text);
            part.ContentType.Parameters.Add("method", diary.Method);
            yield return part;
        }
    }

    /// <summary>Made from the content, so that it can be neither foreseen nor typed by a person whose words are in it.</summary>
    private static string Boundary(OutgoingEmail email)
    {
        var content = $"{email.OperationId}\n{email.Content.Subject}\n{email.Content.Text}\n{email.Content.Html}\n{email.Diary?.Text}";
        return "--" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    /// <summary>A header's text with nothing that could begin another header.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
