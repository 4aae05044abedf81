using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using ReverseMentoring.Domain.Mail;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>Builds the message that both the pickup folder and SMTP send.</summary>
/// <remarks>System.Net.Mail sets Date itself, to the moment it writes the message.</remarks>
internal static class MimeMessages
{
    /// <returns>False when an address is not one; nothing can be sent then.</returns>
    public static bool TryBuild(OutgoingEmail email, string fromAddress, out MailMessage message)
    {
        message = new MailMessage();
        if (!TryAddress(fromAddress, email.FromName, out var from)
            || !TryAddress(email.ReplyTo, "", out var replyTo)
            || !TryAddress(email.To, "", out var to))
        {
            message.Dispose();
            return false;
        }

        message.From = from;
        message.To.Add(to);
        message.ReplyToList.Add(replyTo);
        message.Subject = OneLine(email.Content.Subject);
        message.SubjectEncoding = Encoding.UTF8;
        message.HeadersEncoding = Encoding.UTF8;
        // RFC 3834: an automatic answer to an automatic message would loop.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Message-ID", $"<{OperationName.Of(email.OperationId)}@{from.Host}>");
        foreach (var (name, value) in email.PauseHeaders)
        {
            message.Headers.Add(name, value);
        }

        message.AlternateViews.Add(View(email.Content.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(email.Content.Html, MediaTypeNames.Text.Html));
        return true;
    }

    private static AlternateView View(string text, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    /// <summary>An address that holds only an address: no name, no second one.</summary>
    private static bool TryAddress(string address, string name, out MailAddress parsed) =>
        MailAddress.TryCreate(address, OneLine(name), Encoding.UTF8, out parsed!) && parsed.Address == address;

    /// <summary>A header's text with nothing that could begin another header.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}
