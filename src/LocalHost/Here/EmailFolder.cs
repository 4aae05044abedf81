using MimeKit;
using ReverseMentoring.Functions.Settings;

namespace ReverseMentoring.LocalHost.Here;

/// <summary>The .eml files of the pick-up folder, as somebody else may have left them there: whole, broken or far too large.</summary>
internal sealed class EmailFolder(MailOptions mail)
{
    /// <summary>Bytes. An email of ours has some ten thousand.</summary>
    public const int Largest = 4 * 1024 * 1024;

    private const int DeepestPart = 16;

    // Links are passed over: a file in the folder must not open one outside it.
    private static readonly EnumerationOptions OneFolder = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    private static readonly ParserOptions Careful = new() { MaxMimeDepth = DeepestPart };

    /// <summary>Whether emails become files at all.</summary>
    public bool IsUsed => mail.Mode == MailMode.Pickup;

    public string Path => mail.Folder;

    public MailMode Mode => mail.Mode;

    /// <summary>All, newest first.</summary>
    public IReadOnlyList<FileInfo> Files() =>
        IsUsed && Directory.Exists(mail.Folder)
            ? [.. new DirectoryInfo(mail.Folder).EnumerateFiles("*.eml", OneFolder)
                .OrderByDescending(f => f.LastWriteTimeUtc).ThenByDescending(f => f.Name, StringComparer.Ordinal)]
            : [];

    /// <param name="id">As a browser asked for it. It is looked for among the files there are, and never becomes part of a path.</param>
    public FileInfo? Find(string id) => Files().FirstOrDefault(f => IdOf(f) == id);

    public static string IdOf(FileInfo file) => System.IO.Path.GetFileNameWithoutExtension(file.Name);

    /// <summary>Its headers alone, for the list.</summary>
    public static Task<ReadEmail> HeadersOfAsync(FileInfo file, CancellationToken cancellation) => ReadAsync(file, async stream =>
    {
        var headers = await HeaderList.LoadAsync(Careful, stream, cancellation);
        return headers.Count == 0 ? throw new FormatException("There is no header.") : new MimeMessage(headers);
    });

    public static Task<ReadEmail> OpenAsync(FileInfo file, CancellationToken cancellation) =>
        ReadAsync(file, stream => MimeMessage.LoadAsync(Careful, stream, cancellation));

    private static async Task<ReadEmail> ReadAsync(FileInfo file, Func<Stream, Task<MimeMessage>> read)
    {
        try
        {
            if (file.Length > Largest)
            {
                return new ReadEmail(null, "large");
            }

            await using var stream = file.OpenRead();
            return new ReadEmail(await read(stream), null);
        }
        catch (Exception broken) when (broken is FormatException or IOException or UnauthorizedAccessException)
        {
            // Told on the page: a file that somebody left there is not a fault of the service.
            return new ReadEmail(null, "broken");
        }
    }
}

/// <param name="Message">Null where it can't be shown.</param>
/// <param name="Trouble">Then why: "large" or "broken", as the templates know it.</param>
internal sealed record ReadEmail(MimeMessage? Message, string? Trouble);
