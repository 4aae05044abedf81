using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Domain.Ports;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>
/// Writes each message to FOLDER/OPERATION.eml, whole or not at all. A second attempt finds the file and leaves it; the same
/// message gives the same bytes.
/// </summary>
public sealed partial class PickupFolderSender(MailOptions options) : ISendMail
{
    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        var name = OperationName.Of(email.OperationId);
        var file = Path.GetFullPath(Path.Combine(options.Folder, name + ".eml"));
        if (File.Exists(file))
            return new SendOutcome.Accepted();
        if (!MimeMessages.TryBuild(email, options.FromAddress, out var mime))
            return new SendOutcome.Refused("an address is not valid");
        using (mime)
        {
            // SmtpClient picks the file's name, so each message is first written in a folder of its own.
            var workshop = Directory.CreateDirectory(Path.GetFullPath(Path.Combine(options.Folder, $".{name}-{Guid.NewGuid():n}")));
            try
            {
                var written = await WriteAsync(mime, workshop.FullName, cancellation);
                var message = Readable(Reproducible(await File.ReadAllTextAsync(written, cancellation), email));
                await File.WriteAllTextAsync(written, message, cancellation);
                Publish(written, file);
            }
            finally
            {
                workshop.Delete(recursive: true);
            }
        }

        return new SendOutcome.Accepted();
    }

    private static async Task<string> WriteAsync(MailMessage message, string folder, CancellationToken cancellation)
    {
        using var client = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = folder,
        };
        await client.SendMailAsync(message, cancellation);
        return Directory.EnumerateFiles(folder).Single();
    }

    private static void Publish(string written, string file)
    {
        try
        {
            File.Move(written, file, overwrite: false);
        }
        // Another attempt at the same message was quicker; its file is the same.
        catch (IOException) when (File.Exists(file))
        {
        }
    }

    /// <summary>
    /// System.Net.Mail writes the present time and a boundary drawn by chance. A boundary made from the content can be neither
    /// foreseen nor typed by a person whose words are in it.
    /// </summary>
    private static string Reproducible(string message, OutgoingEmail email)
    {
        var content = $"{email.OperationId}\n{email.Content.Subject}\n{email.Content.Text}\n{email.Content.Html}";
        var boundary = "--" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var drawn = Boundary().Match(message).Groups["boundary"].Value;
        var date = email.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        return DateLine().Replace(message.Replace(drawn, boundary, StringComparison.Ordinal), "Date: " + date, count: 1);
    }

    /// <summary>System.Net.Mail writes line ends of quoted-printable text as "=0D=0A" (RFC 2045, 6.7 wants real ones); a person reading the file wants lines.</summary>
    private static string Readable(string message) =>
        EncodedLineEnd().Replace(message, end => end.Groups["space"].Value switch { " " => "=20\r\n", "\t" => "=09\r\n", _ => "\r\n" });

    [GeneratedRegex(@"(?<space>[ \t]?)=0D=0A(=\r?\n)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedLineEnd();

    [GeneratedRegex(@"boundary=""?(?<boundary>--boundary_\d+_[0-9a-f-]{36})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^Date: [^\r\n]+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateLine();
}
