using ReverseMentoring.Domain.Mail;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.Functions.Adapters.Mail;

/// <summary>
/// Writes each message to FOLDER/OPERATION.eml, whole or not at all. A second attempt finds the file and leaves it; the same
/// message gives the same bytes.
/// </summary>
public sealed class PickupFolderSender(MailOptions options) : ISendMail
{
    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<SendOutcome> SendAsync(OutgoingEmail email, CancellationToken cancellation)
    {
        var name = OperationName.Of(email.OperationId);
        var file = Path.GetFullPath(Path.Combine(options.Folder, name + ".eml"));
        if (File.Exists(file))
        {
            return new SendOutcome.Accepted();
        }

        using var message = MimeMessages.Build(email, options.FromAddress);
        if (message is null)
        {
            return new SendOutcome.Refused("an address is not valid");
        }

        Directory.CreateDirectory(options.Folder);
        // Whoever watches the folder for .eml files never sees half of one.
        var draft = Path.GetFullPath(Path.Combine(options.Folder, $".{name}-{Guid.NewGuid():n}"));
        try
        {
            await message.WriteToAsync(MimeMessages.Format, draft, cancellation);
            Publish(draft, file);
        }
        finally
        {
            File.Delete(draft);
        }

        return new SendOutcome.Accepted();
    }

    private static void Publish(string draft, string file)
    {
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        // Another attempt at the same message was quicker; its file is the same.
        catch (IOException) when (File.Exists(file))
        {
        }
    }
}
