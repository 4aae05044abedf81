using System.Text;
using MimeKit;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Tests.Mail;

internal static class Emails
{
    public static readonly OutgoingEmail Plain = new(
        "7f3a-step2-p12",
        "Example Scheme",
        "team@example.org",
        "ada@example.org",
        new DateTimeOffset(2023, 3, 28, 16, 30, 0, TimeSpan.FromHours(1)),
        new RenderedEmail(
            "Your reflection, by Łukasz’s deadline",
            "Hello Zoë,\n\n.\nhttps://mentoring.example.org/r/" + new string('a', 120) + "\n",
            "<!DOCTYPE html><p>Hello Zoë</p>"));

    public static MailOptions Options(string folder = "unused") => new() { FromAddress = "noreply@mail.example.org", Folder = folder };

    public static MailOptions Smtp(int port) => Options() with { Mode = MailMode.Smtp, Host = "127.0.0.1", Port = port, EnableTls = false };

    /// <summary>A message as a mail program reads it.</summary>
    public static MimeMessage Read(string message) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(message)));

    /// <summary>The lines before the first empty one, with folded lines joined.</summary>
    public static string[] Headers(string message) =>
        message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal)
            .Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n");
}
